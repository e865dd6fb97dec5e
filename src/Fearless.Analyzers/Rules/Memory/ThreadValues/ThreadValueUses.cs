using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>What one async function does with values that threads have of their own, and where it waits, in the order of the source.</summary>
internal sealed class ThreadValueUses
{
    private readonly List<ThreadValue> _values = [];
    private readonly List<IAwaitOperation> _awaits = [];
    private readonly List<ILocalReferenceOperation> _locals = [];

    private ThreadValueUses(IOperation function) => Collect(function);

    public IReadOnlyList<ThreadValue> Values => _values;

    /// <summary>Each async function in the body, lambdas and local functions on their own.</summary>
    public static IEnumerable<ThreadValueUses> In(IOperation body)
    {
        yield return new ThreadValueUses(body);
        foreach (var operation in body.Descendants())
        {
            if (operation is IAnonymousFunctionOperation { Symbol.IsAsync: true } lambda)
                yield return new ThreadValueUses(lambda.Body);
            else if (operation is ILocalFunctionOperation { Symbol.IsAsync: true, Body: { } local })
                yield return new ThreadValueUses(local);
        }
    }

    /// <summary>The next use of the same value, if an await comes before it.</summary>
    public (ThreadValue Use, IAwaitOperation Await)? NextAfterAwait(ThreadValue value)
    {
        foreach (var use in _values)
        {
            if (use.Syntax.SpanStart <= value.Syntax.SpanStart || !SymbolEqualityComparer.Default.Equals(use.Holder, value.Holder) || AreApart(value.Syntax, use.Syntax))
                continue;
            foreach (var await in _awaits)
            {
                if (await.Syntax.SpanStart > value.Syntax.Span.End && await.Syntax.Span.End < use.Syntax.SpanStart && !AreApart(value.Syntax, await.Syntax) && !AreApart(await.Syntax, use.Syntax))
                    return (use, await);
            }

            // Stored anew on the same thread: from here on it is that value's turn.
            if (use.Stored is not null)
                return null;
        }

        return null;
    }

    /// <summary>The value is put back in a finally block, and the try block waits after it was set.</summary>
    public (ThreadValue Use, IAwaitOperation Await)? RestoreAfterAwait(ThreadValue value)
    {
        foreach (var use in _values)
        {
            if (use.Stored is null || !SymbolEqualityComparer.Default.Equals(use.Holder, value.Holder) || use.Syntax.FirstAncestorOrSelf<FinallyClauseSyntax>() is not { Parent: TryStatementSyntax attempt }
                || value.Syntax.SpanStart > attempt.Finally!.SpanStart)
                continue;
            foreach (var await in _awaits)
            {
                if (attempt.Block.Span.Contains(await.Syntax.Span) && await.Syntax.SpanStart > value.Syntax.SpanStart)
                    return (use, await);
            }
        }

        return null;
    }

    /// <summary>The variable's first use behind an await, if nothing else was stored in it meanwhile.</summary>
    public (ILocalReferenceOperation Use, IAwaitOperation Await)? UseAfterAwait(ILocalSymbol local, SyntaxNode declaration)
    {
        if (AwaitAfter(declaration) is not { } await)
            return null;
        foreach (var use in _locals)
        {
            if (!SymbolEqualityComparer.Default.Equals(use.Local, local) || use.Syntax.SpanStart < declaration.Span.End)
                continue;
            if (use.UsedBy() is IAssignmentOperation assignment && assignment.Target == use)
                return null;
            if (use.Syntax.SpanStart > await.Syntax.Span.End && !AreApart(await.Syntax, use.Syntax))
                return (use, await);
        }

        return null;
    }

    private IAwaitOperation? AwaitAfter(SyntaxNode node)
    {
        foreach (var await in _awaits)
        {
            if (await.Syntax.SpanStart > node.Span.End && !AreApart(node, await.Syntax))
                return await;
        }

        return null;
    }

    /// <summary>In two branches of one decision: only one of them runs.</summary>
    private static bool AreApart(SyntaxNode one, SyntaxNode other)
    {
        for (var node = one; node.Parent is { } parent and not MemberDeclarationSyntax; node = parent)
        {
            if (!parent.Span.Contains(other.Span))
            {
                // What comes after a branch that leaves does not come after it.
                if (node is BlockSyntax { Statements: { Count: > 0 } statements } && parent is IfStatementSyntax && statements[statements.Count - 1] is ReturnStatementSyntax or ThrowStatementSyntax)
                    return true;
                continue;
            }

            switch (parent)
            {
                case IfStatementSyntax choice when node == choice.Statement:
                    return choice.Else?.Span.Contains(other.Span) == true;
                case SwitchStatementSyntax or SwitchExpressionSyntax:
                    return node is SwitchSectionSyntax or SwitchExpressionArmSyntax && !node.Span.Contains(other.Span);
                default:
                    if (node.Span.Contains(other.Span))
                        return false;
                    break;
            }
        }

        return false;
    }

    private void Collect(IOperation operation)
    {
        if (operation is IAwaitOperation await && ThreadValue.MayMove(await))
            _awaits.Add(await);
        else if (operation is ILocalReferenceOperation local)
            _locals.Add(local);
        else if (ThreadValue.Of(operation) is { } value)
            _values.Add(value);
        foreach (var child in operation.ChildOperations)
        {
            if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                Collect(child);
        }
    }
}
