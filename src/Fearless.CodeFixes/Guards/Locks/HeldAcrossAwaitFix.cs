using System.Collections.Generic;
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

/// <summary>
/// An await that stands at the beginning or the end of the region goes out of it, if it needs nothing that the lock protects: it mentions only
/// what cannot change, or what is declared outside.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class HeldAcrossAwaitFix() : StepwiseCodeFix(Descriptors.FEAR3007_HeldAcrossAwait)
{
    internal override async Task<FixStep?> StepAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node is not AwaitExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax { Statements.Count: > 1 } block } statement }
            || block.Parent is not TryStatementSyntax { Finally: { } end, Catches.Count: 0, Parent: BlockSyntax } around || !IsRelease(end)
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || !NeedsNothing(statement, around, model, cancellationToken))
        {
            return null;
        }

        var shorter = around.WithBlock(block.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia)!);
        if (block.Statements.Last() == statement && !Jumps(block))
        {
            var moved = StatementEdits.Below(statement, [LineEndings.In(root)]).WithAdditionalAnnotations(Formatter.Annotation);
            return new FixStep("Await after the release", "AwaitOutside", root.ReplaceNode(around, [shorter, moved]));
        }

        if (block.Statements.First() == statement && Acquisition(around) is { } acquisition)
        {
            var outer = (BlockSyntax)around.Parent!;
            var blank = acquisition.GetLeadingTrivia().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
            var first = StatementEdits.Below(statement, blank).WithAdditionalAnnotations(Formatter.Annotation);
            var inner = around.WithBlock(block.WithStatements(block.Statements.RemoveAt(0)));
            var statements = outer.Statements.Replace(around, inner).Insert(outer.Statements.IndexOf(acquisition), first);
            return new FixStep("Await before the lock is taken", "AwaitOutside", root.ReplaceNode(outer, outer.WithStatements(statements)));
        }

        return null;
    }

    private static bool IsRelease(FinallyClauseSyntax end) => end.Block.Statements is { Count: 1 } statements
        && statements[0] is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } } }
        && (name.StartsWith("Exit", System.StringComparison.Ordinal) || name is "Release" or "ReleaseMutex" or "Dispose");

    /// <summary>Somebody who leaves the region early does not come to what stands behind it.</summary>
    private static bool Jumps(BlockSyntax block) => block.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
        .Any(static node => node is BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax);

    /// <summary>The statement before the <c>try</c>.</summary>
    private static StatementSyntax? Acquisition(TryStatementSyntax around)
    {
        var statements = ((BlockSyntax)around.Parent!).Statements;
        var index = statements.IndexOf(around);
        return index > 0 && statements[index - 1] is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } taken && LockStatements.ReleaseFor(call) is not null ? taken : null;
    }

    private static bool NeedsNothing(StatementSyntax statement, TryStatementSyntax around, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (var name in statement.DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            switch (model.GetSymbolInfo(name, cancellationToken).Symbol)
            {
                case ILocalSymbol local when local.DeclaringSyntaxReferences.Any(reference => around.Span.Contains(reference.Span)) || IsAssigned(local, around, model):
                case IFieldSymbol { IsReadOnly: false, IsConst: false }:
                case IPropertySymbol { IsStatic: false }:
                    return false;
            }
        }

        return true;
    }

    private static bool IsAssigned(ILocalSymbol local, TryStatementSyntax around, SemanticModel model) =>
        model.AnalyzeDataFlow(around.Block) is not { Succeeded: true } flow || flow.WrittenInside.Contains(local, SymbolEqualityComparer.Default);
}
