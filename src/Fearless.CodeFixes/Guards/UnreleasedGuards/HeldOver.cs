using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>What would go wrong if the guard was held over a piece of code.</summary>
internal static class HeldOver
{
    /// <summary>The code may ask for the lock again and so wait for itself, or leaves the stack frame that such a guard must stay in.</summary>
    public static bool IsTrouble(GuardSite site, IReadOnlyCollection<SyntaxNode> covered) => Suspends(site, covered) || TakesAgain(site, covered);

    // The compiler says so only when it emits the method: the semantic model knows nothing of it.
    private static bool Suspends(GuardSite site, IEnumerable<SyntaxNode> covered) =>
        site.GuardType is { IsRefLikeType: true }
        && covered.Any(code => code.DescendantNodesAndSelf(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(static node => node is AwaitExpressionSyntax or YieldStatementSyntax or CommonForEachStatementSyntax { AwaitKeyword.RawKind: not 0 }));

    // Code of the same file is looked into; a mention of the lock's name is enough.
    private static bool TakesAgain(GuardSite site, IEnumerable<SyntaxNode> covered)
    {
        if (site.IsReentrant || site.Lock is not { } wanted)
            return false;
        var seen = new HashSet<SyntaxNode>();
        return covered.Any(node => Mentions(site, node, wanted, seen));
    }

    private static bool Mentions(GuardSite site, SyntaxNode code, ISymbol wanted, HashSet<SyntaxNode> seen)
    {
        if (!seen.Add(code))
            return false;
        foreach (var name in code.DescendantNodesAndSelf(node => node != site.Acquisition).OfType<SimpleNameSyntax>())
        {
            if (site.Acquisition.Span.Contains(name.Span))
                continue;
            if (name.Identifier.ValueText == wanted.Name)
                return true;
            if (site.Model.GetSymbolInfo(name, site.CancellationToken).Symbol is not (IMethodSymbol or IPropertySymbol) and not null)
                continue;
            foreach (var reference in site.Model.GetSymbolInfo(name, site.CancellationToken).Symbol?.DeclaringSyntaxReferences ?? [])
            {
                if (reference.SyntaxTree == site.Model.SyntaxTree && Mentions(site, reference.GetSyntax(site.CancellationToken), wanted, seen))
                    return true;
            }
        }

        return false;
    }
}
