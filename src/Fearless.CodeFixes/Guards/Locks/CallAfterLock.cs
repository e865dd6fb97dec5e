using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Fearless.CodeFixes;

/// <summary>A call that is the last thing under a <c>lock</c> comes right after it, with its comments.</summary>
internal static class CallAfterLock
{
    /// <summary>
    /// Null: control does not fall out of the lock behind the call, or the call needs something that the lock protects: a field that changes, a
    /// local of the region, a method that asks for the lock.
    /// </summary>
    /// <param name="root">The document.</param>
    /// <param name="model">The document's.</param>
    /// <param name="node">The call, or a part of it.</param>
    /// <param name="around">The lock.</param>
    /// <param name="mustStay">What else must be called under the lock.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static FixStep? Of(SyntaxNode root, SemanticModel model, SyntaxNode node, LockStatementSyntax around, Func<IMethodSymbol, bool> mustStay, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } call || around is not { Statement: BlockSyntax { Statements: { Count: > 1 } statements } block, Parent: BlockSyntax }
            || statements.Last() != call || call.Expression is not (InvocationExpressionSyntax or ConditionalAccessExpressionSyntax))
        {
            return null;
        }

        foreach (var name in call.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            switch (model.GetSymbolInfo(name, cancellationToken).Symbol)
            {
                case IMethodSymbol method when RequiresLock(method) || mustStay(method):
                case ILocalSymbol local when local.DeclaringSyntaxReferences.Any(reference => around.Span.Contains(reference.Span)):
                case IFieldSymbol { IsReadOnly: false, IsConst: false, Type.TypeKind: not TypeKind.Delegate }:
                case IPropertySymbol { IsStatic: false } when name.FirstAncestorOrSelf<ArgumentSyntax>() is not null:
                    return null;
            }
        }

        var shorter = around.WithStatement(block.RemoveNode(call, SyntaxRemoveOptions.KeepNoTrivia)!);
        var moved = StatementEdits.Below(call, [LineEndings.In(root)]).WithAdditionalAnnotations(Formatter.Annotation);
        return new FixStep("Call it after the lock", "CallAfterLock", root.ReplaceNode(around, [shorter, moved]));
    }

    private static bool RequiresLock(IMethodSymbol method) => method.GetAttributes().Any(static data => data.AttributeClass?.Name == "RequiresLockAttribute");
}
