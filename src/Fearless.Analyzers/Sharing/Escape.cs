using Fearless.Analyzers.Flow;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>How the object behind a reference gets out of the member that uses it.</summary>
internal static class Escape
{
    public const string Itself = "is returned itself";

    /// <summary>In words; null: it stays inside, or a copy goes out.</summary>
    public static string? Of(IOperation reference)
    {
        if (OutOf(reference) is { } way)
            return way;
        switch (reference.UsedBy())
        {

            // A view of the same data.
            case IPropertyReferenceOperation { Property.Name: "Keys" or "Values", Instance: { } instance } view
                when instance.Unwrap() == reference && IsView(instance.Type?.Name) && view.UsedBy() is IReturnOperation:
                return $"is returned as its live '{view.Property.Name}'";
            case IInvocationOperation { TargetMethod.Name: "AsReadOnly" or "GetEnumerator", Instance: { } instance } call
                when instance.Unwrap() == reference && call.UsedBy() is IReturnOperation:
                return call.TargetMethod.Name == "AsReadOnly" ? "is returned as a live view" : "is enumerated by the caller";

            // A query does nothing before somebody enumerates it.
            case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" } query, Parameter.Ordinal: 0 }
                when query.IsLazySequence() && EndsInReturn(query):
                return "is returned as a query that is evaluated later";
            default:
                return null;
        }
    }

    /// <summary>The object itself, alone or in another one that takes it along.</summary>
    private static string? OutOf(IOperation value)
    {
        for (IOperation? child = value, user = value.UsedBy(); user is not null; child = user, user = user.UsedBy())
        {
            switch (user)
            {
                case IReturnOperation:
                    return child == value ? Itself : "is returned as a part of another object";
                case IConditionalOperation choice when choice.Condition != child:
                case ICoalesceOperation or ITupleOperation:
                case IObjectCreationOperation or IObjectOrCollectionInitializerOperation:
                case IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" } }:
                    break;
                case IArgumentOperation { Parent: IObjectCreationOperation, Parameter: { } parameter } when IsKept(parameter):
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "FromResult" } }:
                    break;
                case ISimpleAssignmentOperation { Target: IParameterReferenceOperation { Parameter: { RefKind: RefKind.Out or RefKind.Ref } handed } } assignment when assignment.Target != child:
                    return $"is handed out through '{handed.Name}'";
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } } }:
                    break;
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: IParameterReferenceOperation holder, Member: { } kept } } assignment
                    when assignment.Target != child && child == value && IsForeign(kept, value):
                    return $"is stored in '{holder.Parameter.Name}.{kept.Name}'";
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary><c>new Cursor(_list)</c>, which takes a lock when it is made and gives it back when it is disposed: the lock goes along.</summary>
    public static bool GoesIntoGuard(IOperation reference, MethodSummaries summaries, CancellationToken cancellation)
    {
        if (reference.UsedBy() is not IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } }
            || summaries.Of(constructor, cancellation) is not { Acquired: { Count: > 0 } acquired })
        {
            return false;
        }

        foreach (var member in constructor.ContainingType.GetMembers("Dispose"))
        {
            if (member is not IMethodSymbol { Parameters.IsEmpty: true } dispose || summaries.Of(dispose, cancellation) is not { Released: { Count: > 0 } released })
                continue;
            if (acquired[0].Effect.Kind == released[0].Effect.Kind)
                return true;
        }

        return false;
    }

    /// <summary>A member of somebody else's object.</summary>
    private static bool IsForeign(ISymbol kept, IOperation value) =>
        value is IMemberReferenceOperation { Member: { } member } && !SymbolEqualityComparer.Default.Equals(MemberShape.Outermost(kept.ContainingType), MemberShape.Outermost(member.ContainingType));

    /// <summary>The positional parameter of a record, or one that a constructor in sight stores as it is.</summary>
    private static bool IsKept(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: { Length: 1 } references })
            return false;
        return references[0].GetSyntax() switch
        {
            RecordDeclarationSyntax => true,
            ConstructorDeclarationSyntax declaration => IsStored(declaration, parameter.Name),
            _ => false,
        };
    }

    private static bool IsStored(ConstructorDeclarationSyntax declaration, string parameter)
    {
        foreach (var node in declaration.DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax { Right: IdentifierNameSyntax name } && name.Identifier.ValueText == parameter)
                return true;
        }

        return false;
    }

    private static bool IsView(string? type) => type is "Dictionary" or "SortedDictionary" or "SortedList" or "OrderedDictionary" or "IDictionary";

    private static bool EndsInReturn(IOperation query)
    {
        while (query.UsedBy() is IArgumentOperation { Parent: IInvocationOperation next })
            query = next;
        return query.UsedBy() is IReturnOperation;
    }
}
