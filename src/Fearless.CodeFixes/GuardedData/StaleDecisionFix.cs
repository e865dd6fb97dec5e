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
/// Two regions of one lock become one, with what stands between them. Only where that is a matter of variables and decisions: a call would
/// run under the lock from now on.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StaleDecisionFix)), Shared]
public sealed class StaleDecisionFix() : StepwiseCodeFix(Descriptors.FEAR4005_StaleDecision)
{
    internal override async Task<FixStep?> StepAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || node.FirstAncestorOrSelf<LockStatementSyntax>() is not { } act)
            return null;
        for (SyntaxNode last = act; last.Parent is { } parent and not (MemberDeclarationSyntax or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax); last = parent)
        {
            if (parent is BlockSyntax block && last is StatementSyntax statement && FirstRegion(block, statement, act) is { } first)
                return Join(root, block, first, statement, act);
        }

        return null;
    }

    /// <summary>The nearest earlier region of the same lock in the block.</summary>
    private static LockStatementSyntax? FirstRegion(BlockSyntax block, StatementSyntax last, LockStatementSyntax act) => block.Statements
        .Where(statement => statement.SpanStart < last.SpanStart).OfType<LockStatementSyntax>()
        .LastOrDefault(region => region.Expression.IsEquivalentTo(act.Expression, topLevel: false));

    private static FixStep? Join(SyntaxNode root, BlockSyntax block, LockStatementSyntax first, StatementSyntax last, LockStatementSyntax act)
    {
        var from = block.Statements.IndexOf(first);
        var to = block.Statements.IndexOf(last);
        var between = block.Statements.Skip(from + 1).Take(to - from).ToList();
        if (between.Any(statement => DoesMore(statement, act)) || DeclaresForLater(block, from, to))
            return null;
        var statements = new List<StatementSyntax>(Content(first.Statement));
        foreach (var statement in between)
        {
            if (statement == act)
                statements.AddRange(Content(act.Statement));
            else if (!statement.Span.Contains(act.Span))
                statements.Add(statement);
            else if (act.Parent is BlockSyntax inner)
                statements.Add(statement.ReplaceNode(inner, inner.WithStatements(SyntaxFactory.List(inner.Statements.SelectMany(own => own == act ? Content(act.Statement) : [own])))));
            else
                statements.Add(statement.ReplaceNode(act, act.Statement.WithTriviaFrom(act)));
        }

        var region = first.WithStatement(SyntaxFactory.Block(statements)).WithAdditionalAnnotations(Formatter.Annotation);
        var joined = block.WithStatements(SyntaxFactory.List([.. block.Statements.Take(from), region, .. block.Statements.Skip(to + 1)]));
        return new FixStep("Do both under one acquisition of the lock", nameof(StaleDecisionFix), root.ReplaceNode(block, joined));
    }

    private static IEnumerable<StatementSyntax> Content(StatementSyntax body) => body is BlockSyntax block ? block.Statements : [body];

    /// <summary>It calls, makes or waits for something outside the region that it contains.</summary>
    private static bool DoesMore(StatementSyntax statement, LockStatementSyntax act) => statement.DescendantNodesAndSelf(node => node != act).Any(static node =>
        node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax or AwaitExpressionSyntax or ElementAccessExpressionSyntax or LocalFunctionStatementSyntax
            or YieldStatementSyntax or LabeledStatementSyntax or UsingStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 });

    /// <summary>A variable of the part that goes into the region is used behind it, where it would be out of scope.</summary>
    private static bool DeclaresForLater(BlockSyntax block, int from, int to)
    {
        var names = new HashSet<string>(block.Statements.Skip(from).Take(to - from + 1).OfType<LocalDeclarationStatementSyntax>()
            .SelectMany(static declaration => declaration.Declaration.Variables).Select(static variable => variable.Identifier.ValueText));
        names.UnionWith(block.Statements.Skip(from).Take(to - from + 1).SelectMany(static statement => statement.DescendantNodes()).OfType<SingleVariableDesignationSyntax>()
            .Select(static designation => designation.Identifier.ValueText));
        return block.Statements.Skip(to + 1).SelectMany(static statement => statement.DescendantNodes()).OfType<IdentifierNameSyntax>()
            .Any(name => names.Contains(name.Identifier.ValueText));
    }
}
