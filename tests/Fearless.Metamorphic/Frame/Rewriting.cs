using System;
using System.Collections.Generic;
using System.Linq;
using Fearless.Cases;
using Fearless.Testing;
using Microsoft.CodeAnalysis;

namespace Fearless.Metamorphic.Frame;

/// <summary>Applies a transformation to a program wherever it fits and what comes out compiles.</summary>
/// <param name="Code">The other spelling, with marks; null if it fits nowhere.</param>
/// <param name="Error">Why some place, or the whole, was given up: it did not compile.</param>
internal sealed record Rewriting(string? Code, string? Error)
{
    /// <summary>Beyond so many places, those that do not compile are not looked for one by one.</summary>
    private const int MostTried = 24;

    public static Rewriting Of(Transformation transformation, Case @case, string marked)
    {
        var seed = StableHash.Of(transformation.Name + @case.Key);
        var tree = InProcessBuild.Parse(marked, "Case.cs");
        var model = CaseReferences.For(@case).AddSyntaxTrees(tree).GetSemanticModel(tree);
        var names = tree.GetRoot().DescendantTokens().Select(static token => token.ValueText).ToList();

        (Sites Sites, string Code) Run(Predicate<int> isChosen)
        {
            var sites = new Sites(isChosen, names, seed);
            return (sites, transformation.RewriterFor(model, sites).Visit(tree.GetRoot())!.ToFullString());
        }

        var (sites, everywhere) = Run(static _ => true);
        if (sites.Taken == 0)
            return new(null, null);
        if (ErrorOf(@case, everywhere) is not { } error)
            return new(everywhere, null);

        var good = new HashSet<int>();
        for (var index = 0; index < Math.Min(sites.Offered, MostTried); index++)
        {
            var site = index;
            if (sites.Offered > 1 && Run(i => i == site) is { Sites.Taken: > 0 } alone && ErrorOf(@case, alone.Code) is null)
                good.Add(site);
        }

        if (good.Count == 0)
            return new(null, error);
        var together = Run(good.Contains).Code;
        return ErrorOf(@case, together) is null ? new(together, error) : new(Run(i => i == good.First()).Code, error);
    }

    private static string? ErrorOf(Case @case, string code)
    {
        var tree = InProcessBuild.Parse(Marks.Take(code).Source, "Case.cs");
        return CaseReferences.For(@case).AddSyntaxTrees(tree).GetDiagnostics().FirstOrDefault(static d => d.Severity == DiagnosticSeverity.Error)?.ToString();
    }
}
