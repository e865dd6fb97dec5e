using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Fearless.Cases;
using Fearless.Metamorphic.Frame;

namespace Fearless.Metamorphic;

/// <summary>Transformations over cases.</summary>
internal static class Run
{
    /// <param name="isChosen">Asked for the name of a transformation and the key of a case.</param>
    public static async Task<IReadOnlyList<Trial>> OfAsync(Func<string, string, bool> isChosen)
    {
        var cases = CaseCatalog.Load();
        var trials = new IReadOnlyList<Trial>[cases.Count];
        await Parallel.ForAsync(0, cases.Count, async (index, _) => trials[index] =
            await Judge.TryAsync(cases[index], [.. TransformationCatalog.All.Where(t => isChosen(t.Name, cases[index].Key))]));
        return [.. trials.SelectMany(static list => list)
            .OrderBy(static t => t.Transformation, StringComparer.Ordinal).ThenBy(static t => t.Case.Key, StringComparer.Ordinal).ThenBy(static t => !t.IsBug)];
    }
}
