using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Fearless.CodeFixes;

/// <summary>Two <c>lock</c> statements change places; the inner one comes first; or a call that takes the other lock comes after the release.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class LockOrderFix() : StepwiseCodeFix(
    Descriptors.FEAR5001_LockOrder, Descriptors.FEAR5002_LockOrderAcrossTypes, Descriptors.FEAR5004_DeclaredOrderViolation)
{
    internal override async Task<FixStep?> StepAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (NestedLock.OuterOf(node) is not { } outer || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
            return null;
        if (NestedLock.InnerOf(node) is { } inner)
            return NestedLock.IsAllOf(inner, outer) ? Swap(root, outer, inner) : NestedLock.IsKnownBefore(inner.Expression, outer) ? TakeFirst(root, outer, inner) : null;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return CallAfterLock.Of(root, model!, node, outer, static _ => false, cancellationToken);
    }

    private static FixStep Swap(SyntaxNode root, LockStatementSyntax outer, LockStatementSyntax inner)
    {
        var (first, second) = (outer.Expression, inner.Expression);
        return new FixStep(
            $"Take '{second}' first", nameof(Swap),
            root.ReplaceNodes([first, second], (old, _) => (old == first ? second : first).WithTriviaFrom(old)));
    }

    /// <summary><c>lock (inner) lock (outer) …</c>: what is done under the inner one is done under both, as before.</summary>
    private static FixStep TakeFirst(SyntaxNode root, LockStatementSyntax outer, LockStatementSyntax inner)
    {
        StatementSyntax[] body = inner.Statement is BlockSyntax block && !DeclaresLocals(block) ? [.. block.Statements] : [inner.Statement];
        if (body.Length > 0)
            body[0] = body[0].WithLeadingTrivia(inner.GetLeadingTrivia());
        var rest = inner.Parent is BlockSyntax ? outer.ReplaceNode(inner, body) : outer.ReplaceNode(inner, inner.Statement);
        var whole = inner.WithStatement(Statements.Block([Statements.AsFirst(rest.WithoutLeadingTrivia())])).WithLeadingTrivia(outer.GetLeadingTrivia());
        return new FixStep($"Take '{inner.Expression}' first", nameof(Swap), root.ReplaceNode(outer, whole.WithAdditionalAnnotations(Formatter.Annotation)));
    }

    private static bool DeclaresLocals(BlockSyntax block) => block.Statements.Any(static statement => statement is LocalDeclarationStatementSyntax or LocalFunctionStatementSyntax);
}
