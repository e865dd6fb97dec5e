using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Statements that get a scope of their own.</summary>
internal static class Scopes
{
    /// <summary>What they declare is used by what follows, or a jump leads into them.</summary>
    public static bool AreNeededAfter(GuardSite site, IReadOnlyList<StatementSyntax> body, IEnumerable<StatementSyntax> rest)
    {
        var declared = new HashSet<string>(body.SelectMany(static statement => statement.DescendantNodesAndSelf()).Select(NameOf).OfType<string>());
        return body.Any(static statement => statement is LabeledStatementSyntax or LocalFunctionStatementSyntax || statement.ContainsDirectives)
            || rest.SelectMany(static statement => statement.DescendantNodes()).OfType<IdentifierNameSyntax>().Any(name => declared.Contains(name.Identifier.ValueText)
                && site.Model.GetSymbolInfo(name, site.CancellationToken).Symbol is ILocalSymbol { DeclaringSyntaxReferences: { Length: 1 } references }
                && body.Any(statement => statement.Span.Contains(references[0].Span)));
    }

    /// <summary>The statements as the body of a new block.</summary>
    public static IEnumerable<StatementSyntax> Body(IReadOnlyList<StatementSyntax> statements, IReadOnlyList<StatementSyntax> superfluous)
    {
        var first = true;
        foreach (var statement in statements)
        {
            if (superfluous.Contains(statement))
                continue;
            var inside = superfluous.Where(other => statement.Span.Contains(other.Span)).ToList();
            var kept = inside.Count == 0 ? statement : statement.RemoveNodes(inside, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
            yield return first ? Statements.AsFirst(kept) : kept;
            first = false;
        }
    }

    /// <summary>The tracked statements are taken out; a blank line or comment before one goes over to what follows.</summary>
    public static SyntaxNode Without(SyntaxNode root, IReadOnlyList<StatementSyntax> superfluous)
    {
        foreach (var statement in superfluous)
        {
            root = StatementEdits.Remove(root, root.GetCurrentNode(statement)!);
        }

        return root;
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        SingleVariableDesignationSyntax designation => designation.Identifier.ValueText,
        _ => null,
    };
}
