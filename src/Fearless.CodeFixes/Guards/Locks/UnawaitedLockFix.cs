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

/// <summary>The acquisition is awaited; a <c>using</c> around a semaphore's task becomes a <c>try</c> with the release in its <c>finally</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnawaitedLockFix() : StepwiseCodeFix(Descriptors.FEAR3008_UnawaitedLock)
{
    internal override async Task<FixStep?> StepAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } acquisition || !Awaits.AreAllowedAt(acquisition)
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        var whole = Whole(acquisition);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var hasGuard = model!.GetTypeInfo(acquisition, cancellationToken).Type is INamedTypeSymbol { TypeArguments.Length: 1 };
        var awaited = Awaits.Of(whole).WithTriviaFrom(whole).WithAdditionalAnnotations(Formatter.Annotation);
        SyntaxNode? changed = whole.Parent switch
        {
            UsingStatementSyntax around when !hasGuard => Unrolled(root, around, acquisition, whole),
            EqualsValueClauseSyntax when !hasGuard => null,
            UsingStatementSyntax or ExpressionStatementSyntax or EqualsValueClauseSyntax => root.ReplaceNode(whole, awaited),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } discard => root.ReplaceNode(discard, awaited.WithLeadingTrivia(discard.GetLeadingTrivia())),
            _ => null,
        };
        return changed is null ? null : new FixStep("Await the lock", "AwaitLock", changed);
    }

    private static SyntaxNode? Unrolled(SyntaxNode root, UsingStatementSyntax around, InvocationExpressionSyntax acquisition, ExpressionSyntax whole)
    {
        if (around.Parent is not BlockSyntax || LockStatements.ReleaseFor(acquisition) is not { } release)
            return null;
        var taken = SyntaxFactory.ExpressionStatement(Awaits.Of(whole)).WithAdditionalAnnotations(Formatter.Annotation);
        var body = around.Statement is BlockSyntax block ? block.Statements.ToList() : [around.Statement];
        return Statements.Replace(root, [around], taken, LockStatements.TryFinally(body, release, root));
    }

    /// <summary>With <c>ConfigureAwait</c>.</summary>
    private static ExpressionSyntax Whole(InvocationExpressionSyntax acquisition)
    {
        ExpressionSyntax whole = acquisition;
        while (whole.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax outer } member && member.Expression == whole)
            whole = outer;
        return whole;
    }
}
