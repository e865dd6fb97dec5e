using System.IO;
using System.Linq;
using Fearless.Cases;
using Fearless.Metamorphic.Frame;

namespace Fearless.Metamorphic;

/// <summary>Shows what a transformation makes of a program.</summary>
internal static class Print
{
    public static string Of(string transformation, string program)
    {
        var isTwin = program.EndsWith("/fixed", System.StringComparison.Ordinal);
        var key = isTwin ? program[..^"/fixed".Length] : program;
        var @case = CaseCatalog.Load().Single(c => c.Key == key);
        var rewriting = Rewriting.Of(
            TransformationCatalog.All.Single(t => t.Name == transformation), @case, Marks.Put(File.ReadAllText((isTwin ? @case.Fixed : @case.Bug)!)));
        if (rewriting.Code is null)
            return rewriting.Error ?? "does not apply";
        return string.Join('\n', rewriting.Code.Split('\n').Select(static line =>
            Marks.IsIn(line) ? line.Replace(Marks.Mark, "", System.StringComparison.Ordinal) + " // BUG" : line));
    }
}
