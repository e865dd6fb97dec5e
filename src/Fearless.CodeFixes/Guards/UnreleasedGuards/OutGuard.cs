using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary><c>TryLock(out var guard)</c>: what comes after success goes into <c>using (guard) { … }</c>.</summary>
internal static class OutGuard
{
    public static IEnumerable<SyntaxNode> Candidates(GuardSite site)
    {
        if (site.OutVariable is not { } variable || site.Model.GetDeclaredSymbol(variable, site.CancellationToken) is not { } guard)
            yield break;

        var statement = site.Statement;
        var after = Statements.After(statement);
        if (GuardUses.Of(site, guard, [statement, .. after]) is not { } uses)
            yield break;
        var name = variable.Identifier.ValueText;
        if (statement is IfStatementSyntax { Condition: var condition, Statement: BlockSyntax then } taken && condition == site.Call)
        {
            if (uses.Names.All(use => then.Span.Contains(use.Span)) && Body(site, guard, then.Statements, []) is { } body)
                yield return site.Root.ReplaceNode(taken, taken.WithStatement(then.WithStatements([Statements.Using(name, body)])));
            yield break;
        }

        var isGuardClause = statement is not IfStatementSyntax
            || statement is IfStatementSyntax { Else: null, Condition: PrefixUnaryExpressionSyntax { Operand: var operand } } && operand == site.Call;
        if (!isGuardClause || after.Count == 0 || uses.Names.Any(use => statement.Span.Contains(use.Span)))
            yield break;

        var last = uses.TouchValue ? uses.LastIn(after) : after.Count - 1;
        var isRest = last >= after.Count - 2 && (last == after.Count - 1 || GuardUses.IsPlainExit(after[after.Count - 1]));
        foreach (var count in new[] { isRest ? after.Count : last + 1, after.Count }.Distinct())
        {
            List<StatementSyntax> covered = [.. after.Take(count)];
            if (!HeldOver.IsTrouble(site, covered) && !Scopes.AreNeededAfter(site, covered, after.Skip(count)) && Body(site, guard, covered, after.Skip(count)) is { } body)
                yield return Statements.Replace(site.Root, covered, Statements.Using(name, body));
        }
    }

    /// <summary>Without the disposals that the end of the statement makes superfluous; null: there are others.</summary>
    private static IEnumerable<StatementSyntax>? Body(GuardSite site, ISymbol guard, IReadOnlyList<StatementSyntax> covered, IEnumerable<StatementSyntax> rest)
    {
        if (GuardUses.Of(site, guard, covered) is not { } uses || !uses.Disposals.All(uses.IsAtTheEnd) || GuardUses.Of(site, guard, [.. rest]) is not { Names.Count: 0 })
            return null;
        return Scopes.Body(covered, uses.Disposals);
    }
}
