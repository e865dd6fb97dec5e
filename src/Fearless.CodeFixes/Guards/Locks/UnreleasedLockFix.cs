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

/// <summary>What happens under the lock goes into a <c>try</c>, its release into the <c>finally</c>; an acquisition inside the <c>try</c> goes before it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnreleasedLockFix() : StepwiseCodeFix(Descriptors.FEAR3004_UnreleasedLock, Descriptors.FEAR3005_LockTakenInTry)
{
    internal override async Task<FixStep?> StepAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } acquisition || LockStatements.StatementOf(acquisition) is not { } statement
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        if (diagnostic.Id == Descriptors.FEAR3005_LockTakenInTry.Id)
            return MoveOut(root, statement) is { } moved ? new FixStep("Take the lock before the 'try'", "TakeBeforeTry", moved) : null;
        if (LockStatements.ReleaseFor(acquisition) is not { } release || statement.Parent is not BlockSyntax)
            return null;
        var after = Statements.After(statement);
        if (TakenAgain(after, statement) is { } again && after.Contains(again) && ReleasesIn(after, release).Count == 1)
        {
            // Taken twice and released once: once is enough.
            var mark = new SyntaxAnnotation();
            root = root.ReplaceNode(statement, statement.WithAdditionalAnnotations(mark));
            again = TakenAgain(Statements.After((StatementSyntax)root.GetAnnotatedNodes(mark).Single()), statement)!;
            document = document.WithSyntaxRoot(StatementEdits.Remove(root, again));
            root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            statement = (ExpressionStatementSyntax)root.GetAnnotatedNodes(mark).Single();
        }

        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return Enclose(root, statement, release, model!) is { } enclosed ? new FixStep("Release the lock in a 'finally'", "ReleaseInFinally", enclosed) : null;
    }

    private static SyntaxNode? MoveOut(SyntaxNode root, StatementSyntax statement)
    {
        if (statement.Parent is not BlockSyntax { Parent: TryStatementSyntax { Catches.Count: 0, Parent: BlockSyntax } around } block)
            return null;
        var before = block.Statements.TakeWhile(other => other != statement).Append(statement).ToList();
        var rest = block.Statements.Skip(before.Count).ToList();

        // What is declared by what moves out is still in scope; a jump out of the try is not in the way, but one before the lock is.
        if (rest.Count == 0 || before.Any(static moved => moved.DescendantNodesAndSelf().Any(static part => part is ReturnStatementSyntax or LabeledStatementSyntax or LocalFunctionStatementSyntax)))
            return null;
        // A blank line before the 'try' is now before what moves; its comments stay with it.
        var blank = around.GetLeadingTrivia().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        var indented = before.Select((moved, index) => (index == 0 ? StatementEdits.Below(moved, blank) : moved)
            .WithAdditionalAnnotations(Formatter.Annotation));
        var inner = block.WithStatements(SyntaxFactory.List(rest.Select(static (kept, index) => index == 0 ? Statements.AsFirst(kept) : kept)));
        var shorter = Statements.AsFirst(around.WithBlock(inner));
        return root.ReplaceNode(around, [.. indented, shorter]);
    }

    private static SyntaxNode? Enclose(SyntaxNode root, ExpressionStatementSyntax statement, string release, SemanticModel model)
    {
        var after = Statements.After(statement);
        var releases = ReleasesIn(after, release);

        // Another region of the same lock, behind this one, is not touched.
        var rest = after;
        if (TakenAgain(after, statement) is { } again)
        {
            if (!after.Contains(again) || !releases.Exists(release => release.SpanStart < again.SpanStart))
                return null;
            after = [.. after.TakeWhile(other => other != again)];
            releases.RemoveAll(other => other.SpanStart > again.SpanStart);
        }

        // One that is left would be a second one.
        if (after.SelectMany(static other => other.DescendantNodes()).OfType<ExpressionSyntax>()
            .Any(other => LockStatements.IsRelease(other, release) && !releases.Contains(other.Parent!) && other.Parent is not ConditionalAccessExpressionSyntax))
            return null;
        if (after.Count == 0 || releases.Exists(inner => !MayGo(inner, after)) || after.Any(static other => other.ContainsDirectives))
            return null;

        // An outer try that releases it already only starts too late.
        var last = after.Count;
        var finalTry = after.OfType<TryStatementSyntax>().FirstOrDefault(other => other.Finally is { } final && releases.Exists(inner => final.Span.Contains(inner.Span)));
        if (finalTry is not null)
            return Widen(root, after, finalTry);
        if (releases.Count == 1 && after.Contains(releases[0]))
            last = after.ToList().IndexOf(releases[0]) + 1;
        var body = after.Take(last).ToList();
        if (AreNeededAfter(body, rest.Skip(last), model))
            return null;
        var kept = new List<StatementSyntax>();
        foreach (var inner in body)
        {
            if (releases.Contains(inner))
                continue;
            var gone = releases.Where(other => inner.Span.Contains(other.Span)).ToList();
            kept.Add(gone.Count == 0 ? inner : inner.RemoveNodes(gone, SyntaxRemoveOptions.KeepNoTrivia)!);
        }

        if (kept.Count == 0)
            return null;

        // A comment before the first statement is said of all of them; one about the release goes where the release goes.
        if (kept[0] == body[0] || kept[0].GetLeadingTrivia().ToString() == body[0].GetLeadingTrivia().ToString())
            kept[0] = kept[0].WithoutLeadingTrivia();
        return Statements.Replace(root, body, LockStatements.TryFinally(kept, release, root, [.. releases.SelectMany(static gone => StatementEdits.CommentsOf(gone))]));
    }

    private static List<StatementSyntax> ReleasesIn(IReadOnlyList<StatementSyntax> statements, string release) =>
        [.. statements.SelectMany(static other => other.DescendantNodesAndSelf()).OfType<StatementSyntax>().Where(other => LockStatements.IsRelease(other, release))];

    private static StatementSyntax? TakenAgain(IReadOnlyList<StatementSyntax> after, ExpressionStatementSyntax taken) => after
        .SelectMany(static other => other.DescendantNodesAndSelf()).OfType<ExpressionStatementSyntax>().FirstOrDefault(other => other.IsEquivalentTo(taken, topLevel: false));

    /// <summary>What stands between the acquisition and the <c>try</c> goes into it.</summary>
    private static SyntaxNode? Widen(SyntaxNode root, IReadOnlyList<StatementSyntax> after, TryStatementSyntax around)
    {
        var between = after.TakeWhile(other => other != around).ToList();
        if (between.Count == 0 || around.Catches.Count > 0)
            return null;
        var declared = between.OfType<LocalDeclarationStatementSyntax>().SelectMany(static other => other.Declaration.Variables).Select(static other => other.Identifier.ValueText).ToList();
        var outside = after.Skip(between.Count + 1).Concat<SyntaxNode>([around.Finally!]).SelectMany(static other => other.DescendantNodes()).OfType<IdentifierNameSyntax>();
        if (outside.Any(name => declared.Contains(name.Identifier.ValueText)))
            return null;

        // What is said of the 'try' was said of its first statement.
        var inner = around.Block.Statements;
        if (inner.Count > 0)
            inner = inner.Replace(inner[0], StatementEdits.Below(inner[0], around.GetLeadingTrivia().Take(around.GetLeadingTrivia().Count - StatementEdits.Indentation(around).Count)));
        var block = around.Block.WithStatements(SyntaxFactory.List(between.Select(static (other, index) => index == 0 ? other.WithoutLeadingTrivia() : other).Concat(inner)));
        var wider = around.WithBlock(block).WithAdditionalAnnotations(Formatter.Annotation);
        return Statements.Replace(root, [.. between, around], wider);
    }

    /// <summary>Nothing that ran without the lock until now would run with it.</summary>
    private static bool MayGo(StatementSyntax release, IReadOnlyList<StatementSyntax> after)
    {
        if (after.Contains(release))
            return true;
        var next = Statements.After(release).FirstOrDefault();
        return next is ReturnStatementSyntax or ThrowStatementSyntax || (next is null && release.Parent is BlockSyntax { Parent: FinallyClauseSyntax });
    }

    private static bool AreNeededAfter(IReadOnlyList<StatementSyntax> body, IEnumerable<StatementSyntax> rest, SemanticModel model) =>
        rest.SelectMany(static statement => statement.DescendantNodes()).OfType<IdentifierNameSyntax>().Any(name =>
            model.GetSymbolInfo(name).Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } references }
            && body.Any(statement => statement.Span.Contains(references[0].Span)));
}
