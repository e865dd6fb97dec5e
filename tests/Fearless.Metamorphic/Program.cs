using System;
using System.Linq;
using System.Threading.Tasks;
using Fearless.Metamorphic.Frame;

namespace Fearless.Metamorphic;

/// <summary>
/// Everything, as against the sample that the tests run. Arguments: names of transformations (all if none), "--accept" to rewrite the golden
/// file, "--print" with a transformation and a case ("real/A002", "real/A002/fixed") to see what is made of it.
/// </summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is ["--print", var transformation, var program])
        {
            Console.WriteLine(Print.Of(transformation, program));
            return 0;
        }

        var names = arguments.Where(static a => !a.StartsWith('-')).ToList();
        var run = await Run.OfAsync((name, _) => names.Count == 0 || names.Contains(name));
        foreach (var line in Table.Of(run))
            Console.WriteLine(line);
        if (names.Count > 0)
        {
            foreach (var trial in run.Where(static t => !t.Holds || t.Error is not null))
                Console.WriteLine(trial.Error is null || !trial.Holds ? trial.ToString() : $"{trial.Transformation} {trial.Case.Key} {(trial.IsBug ? "bug" : "fixed")} {trial.Error}");
            return 0;
        }

        if (arguments.Contains("--accept"))
        {
            Golden.Accept(run);
            return 0;
        }

        var changes = Golden.Compare(run);
        foreach (var line in changes)
            Console.WriteLine(line);
        return changes.Count;
    }
}
