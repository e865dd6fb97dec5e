using System.Collections.Immutable;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Program;

/// <summary>Which code in sight a call may run.</summary>
internal sealed class CallTargets(Compilation compilation, Implementations implementations)
{
    private readonly StoredDelegates _delegates = new(compilation);

    /// <param name="call">The call.</param>
    /// <param name="isComplete">Nothing else can be run by it.</param>
    /// <param name="cancellation">Ends it.</param>
    public ImmutableArray<CallTarget> Of(ObjectCall call, out bool isComplete, CancellationToken cancellation)
    {
        isComplete = true;
        var method = (call.Method.ReducedFrom ?? call.Method).OriginalDefinition;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            isComplete = false;
            return _delegates.Behind(call, call.Shape.Receiver, cancellation);
        }

        if (method is { Name: "get_Value", ContainingType: { Name: "Lazy", Arity: 1 } lazy } && lazy.ContainingNamespace.IsNamed("System"))
            return _delegates.Behind(call, call.Shape.Receiver, cancellation);

        method = Refine(method, call.Shape.Receiver);
        if (IsExact(method, call))
            return IsHere(method) ? [new CallTarget(new FunctionKey(method), call.Binding)] : [];
        if (method.DeclaringSyntaxReferences.IsEmpty)
        {
            isComplete = false;
            return [];
        }

        isComplete = IsConfined(method.ContainingType);
        var targets = ImmutableArray.CreateBuilder<CallTarget>();
        if (!method.IsAbstract && IsHere(method))
            targets.Add(new CallTarget(new FunctionKey(method), call.Binding));
        foreach (var implementation in implementations.Of(method))
            targets.Add(new CallTarget(new FunctionKey(implementation), call.Binding));
        return targets.ToImmutable();
    }

    /// <summary>What stands for the method in the type that the object has at least (<c>using</c> calls <c>IDisposable.Dispose</c> on whatever it is).</summary>
    private IMethodSymbol Refine(IMethodSymbol method, IOperation? receiver)
    {
        if ((!method.IsAbstract && !method.IsVirtual && !method.IsOverride) || TypeOf(receiver) is not { TypeKind: TypeKind.Class or TypeKind.Struct } type)
            return method;
        if (method.ContainingType.TypeKind == TypeKind.Interface)
            return (type.FindImplementationForInterfaceMember(method.IsDefinition ? Constructed(method, type) : method) as IMethodSymbol)?.OriginalDefinition ?? method;
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(method.Name))
            {
                for (var candidate = member as IMethodSymbol; candidate is not null; candidate = candidate.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method))
                        return ((IMethodSymbol)member).OriginalDefinition;
                }
            }
        }

        return method;
    }

    /// <summary>The member of the interface as the type implements it, if the interface is generic.</summary>
    private static IMethodSymbol Constructed(IMethodSymbol method, INamedTypeSymbol type)
    {
        if (method.ContainingType.Arity == 0)
            return method;
        foreach (var contract in type.AllInterfaces)
        {
            if (!SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, method.ContainingType))
                continue;
            foreach (var member in contract.GetMembers(method.Name))
            {
                if (member is IMethodSymbol candidate && SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, method))
                    return candidate;
            }
        }

        return method;
    }

    /// <summary>Nothing that overrides it can be meant.</summary>
    private static bool IsExact(IMethodSymbol method, ObjectCall call) =>
        (!method.IsAbstract && !method.IsVirtual && !method.IsOverride) || method is { IsOverride: true, IsSealed: true } || method.ContainingType.IsSealed
        || (call.Shape.Receiver is IInstanceReferenceOperation { Syntax: BaseExpressionSyntax } && !method.IsAbstract)
        || call.Shape.Receiver?.Unwrap() is IObjectCreationOperation;

    /// <summary>What is known of the object's type, past conversions.</summary>
    private INamedTypeSymbol? TypeOf(IOperation? receiver)
    {
        var value = receiver?.Unwrap();

        // A read-only field that only ever holds what is made here.
        return value is IFieldReferenceOperation { Field: { IsReadOnly: true } field } && FieldValues.Of(field, compilation) is { Count: 1 } values
            && values[0] is { IsExact: true, Type: INamedTypeSymbol only } ? only : value?.Type as INamedTypeSymbol;
    }

    private bool IsHere(IMethodSymbol method) =>
        !method.DeclaringSyntaxReferences.IsEmpty && SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly);

    /// <summary>No stranger can derive from it.</summary>
    private static bool IsConfined(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is Accessibility.Internal or Accessibility.Private)
                return true;
        }

        return type.IsSealed;
    }
}
