using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary><c>var guard = m.Lock();</c> becomes a <c>using</c> declaration, or a statement around exactly the uses; a Dispose that is then too many goes.</summary>
internal static class LocalGuard
{
    public static IEnumerable<SyntaxNode> Candidates(GuardSite site)
    {
        if (site.Acquisition.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable }
            || site.Statement is not LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables.Count: 1 } declaration
            || site.Model.GetDeclaredSymbol(variable, site.CancellationToken) is not { } guard)
        {
            yield break;
        }

        var after = Statements.After(declaration);
        if (GuardUses.Of(site, guard, after) is not { } uses)
            yield break;
        var early = uses.Disposals.Where(disposal => !uses.IsAtTheEnd(disposal)).ToList();
        if (early.Count > 1 || (early.Count == 1 && !after.Contains(early[0])))
            yield break;

        if (early.Count == 1)
        {
            var body = after.TakeWhile(statement => statement != early[0]).ToList();
            var rest = after.Skip(body.Count + 1).ToList();
            if (!HeldOver.IsTrouble(site, body) && !Scopes.AreNeededAfter(site, body, rest) && !rest.Exists(statement => uses.Names.Any(name => statement.Span.Contains(name.Span))))
                yield return Wrapped(site, declaration, body, early[0], uses);
            yield break;
        }

        var last = uses.LastIn(after);
        var isRest = last < 0 || !uses.TouchValue || last == after.Count - 1 || (last == after.Count - 2 && GuardUses.IsPlainExit(after[after.Count - 1]));
        if (!isRest || !Statements.MayDeclareUsing(declaration))
        {
            var body = after.Take(last + 1).ToList();
            if (body.Count > 0 && !HeldOver.IsTrouble(site, body) && !Scopes.AreNeededAfter(site, body, after.Skip(last + 1)))
                yield return Wrapped(site, declaration, body, null, uses);
        }

        if (Statements.MayDeclareUsing(declaration) && !HeldOver.IsTrouble(site, after))
            yield return Declared(site, declaration, uses);
    }

    private static SyntaxNode Declared(GuardSite site, LocalDeclarationStatementSyntax declaration, GuardUses uses)
    {
        var root = site.Root.TrackNodes([declaration, .. uses.Disposals]);
        var old = root.GetCurrentNode(declaration)!;
        var first = old.GetFirstToken();
        var word = SyntaxFactory.Token(first.LeadingTrivia, SyntaxKind.UsingKeyword, SyntaxFactory.TriviaList(SyntaxFactory.Space));
        root = root.ReplaceNode(old, old.ReplaceToken(first, first.WithLeadingTrivia()).WithUsingKeyword(word));
        return Scopes.Without(root, uses.Disposals);
    }

    private static SyntaxNode Wrapped(
        GuardSite site, LocalDeclarationStatementSyntax declaration, List<StatementSyntax> body, StatementSyntax? end, GuardUses uses)
    {
        var inner = Scopes.Body(body, uses.Disposals);
        var statement = SyntaxFactory.UsingStatement(declaration.Declaration.WithoutTrivia(), null, Statements.Block(inner))
            .WithAdditionalAnnotations(Microsoft.CodeAnalysis.Formatting.Formatter.Annotation);
        List<StatementSyntax> old = [declaration, .. body];
        if (end is not null)
            old.Add(end);
        return Statements.Replace(site.Root, old, statement);
    }
}
