using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>What runs only because a test said that the flag was not set, up to and around the place that sets it.</summary>
internal sealed class ClaimedRegion
{
    private ClaimedRegion(IOperation root, IOperation store, int from)
    {
        foreach (var operation in root.Descendants())
        {
            if (operation.Syntax.SpanStart < from || operation == store)
                continue;
            HasWork |= operation is IInvocationOperation or IObjectCreationOperation or IAwaitOperation && !store.Syntax.Span.Contains(operation.Syntax.Span);
            HasAwait |= operation is IAwaitOperation && operation.Syntax.SpanStart < store.Syntax.SpanStart;
        }
    }

    /// <summary>Something is done besides setting the flag.</summary>
    public bool HasWork { get; }

    /// <summary>The flag is set after a suspension: the window is as long as what is awaited.</summary>
    public bool HasAwait { get; }

    /// <summary>Null: the store does not depend on the test.</summary>
    public static ClaimedRegion? Of(IConditionalOperation test, IOperation store)
    {
        if (test.WhenTrue.Syntax.Span.Contains(store.Syntax.Span))
            return new ClaimedRegion(test.WhenTrue, store, test.WhenTrue.Syntax.SpanStart);
        if (test.WhenFalse is { } otherwise && otherwise.Syntax.Span.Contains(store.Syntax.Span))
            return new ClaimedRegion(otherwise, store, otherwise.Syntax.SpanStart);
        return test.WhenFalse is null && test.Parent is IBlockOperation block && EndsThere(test.WhenTrue.Syntax) && IsDirectlyIn(block, store)
            ? new ClaimedRegion(block, store, test.Syntax.Span.End)
            : null;
    }

    /// <summary>Control never falls out of the branch.</summary>
    private static bool EndsThere(SyntaxNode branch) => branch switch
    {
        BlockSyntax { Statements: { Count: > 0 } statements } => EndsThere(statements[statements.Count - 1]),
        _ => branch.IsKind(SyntaxKind.ReturnStatement) || branch.IsKind(SyntaxKind.ThrowStatement) || branch.IsKind(SyntaxKind.ContinueStatement),
    };

    private static bool IsDirectlyIn(IBlockOperation block, IOperation store)
    {
        var parent = store.Parent;
        while (parent is IExpressionStatementOperation or ITryOperation || (parent is IBlockOperation inner && inner != block && inner.Parent is ITryOperation))
            parent = parent.Parent;
        return parent == block;
    }
}
