using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A constructor that puts its object where every thread finds it, in a static, before it has stored all of its fields.</summary>
internal static class EscapingThis
{
    /// <summary>Where the object gets out, what it gets into, the last field that is stored after that, and who reads that field.</summary>
    public static IEnumerable<(SyntaxNode Exit, ISymbol Into, IFieldReferenceOperation Late, StorageAccess Reader)> In(TypeFacts facts)
    {
        foreach (var body in facts.Bodies)
        {
            if (body.Owner is not IMethodSymbol { MethodKind: MethodKind.Constructor })
                continue;
            foreach (var operation in body.Root.Descendants())
            {
                if (operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, IsImplicit: false } self && IntoStatic(self) is { } into
                    && StatementOf(self) is { } statement && LastLate(facts, statement) is { } late)
                {
                    yield return (statement.Syntax, into, late.Store, late.Reader);
                }
            }
        }
    }

    private static ISymbol? IntoStatic(IInstanceReferenceOperation self) => self.UsedBy() switch
    {
        ISimpleAssignmentOperation assignment when assignment.Target != self => StaticOf(assignment.Target),
        IArgumentOperation { Parent: IInvocationOperation { Instance: { } holder } call } when call.TargetMethod.Name is "Add" or "TryAdd" or "Enqueue" or "Push" or "AddLast" or "AddFirst" or "Insert" =>
            StaticOf(holder),
        _ => null,
    };

    private static ISymbol? StaticOf(IOperation target) => target.Unwrap() switch
    {
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } holder } => StaticOf(holder),
        IMemberReferenceOperation { Member: { IsStatic: true } member } and (IFieldReferenceOperation or IPropertyReferenceOperation) => member,
        _ => null,
    };

    private static IExpressionStatementOperation? StatementOf(IOperation operation)
    {
        var at = operation.Parent;
        while (at is not (null or IExpressionStatementOperation or IAnonymousFunctionOperation or ILocalFunctionOperation))
            at = at.Parent;
        return at as IExpressionStatementOperation;
    }

    /// <summary>A later statement of the same block, outside any lock that both stand in together with the readers.</summary>
    private static (IFieldReferenceOperation Store, StorageAccess Reader)? LastLate(TypeFacts facts, IExpressionStatementOperation exit)
    {
        if (exit.Parent is not IBlockOperation block)
            return null;
        (IFieldReferenceOperation, StorageAccess)? found = null;
        foreach (var statement in block.Operations)
        {
            if (statement.Syntax.SpanStart > exit.Syntax.SpanStart
                && statement is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: IFieldReferenceOperation { Instance: IInstanceReferenceOperation, Field.IsVolatile: false } target } }
                && ReaderOf(facts, target.Field) is { } reader)
            {
                found = (target, reader);
            }
        }

        return found;
    }

    private static StorageAccess? ReaderOf(TypeFacts facts, IFieldSymbol field)
    {
        foreach (var access in facts.AccessesTo(field))
        {
            if (!access.IsWrite && access.Locks.Count == 0)
                return access;
        }

        return null;
    }
}
