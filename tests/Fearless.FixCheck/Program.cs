using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;

namespace Fearless.FixCheck;

/// <summary><c>fixcheck corpus|FOLDER [--variants a,b] [--only REGEX of rules] [--subjects REGEX] [--texts] [--places]</c></summary>
internal static class Program
{
    public static async Task<int> Main(string[] arguments)
    {
        string? Option(string name) => Array.IndexOf(arguments, name) is >= 0 and var at && at + 1 < arguments.Length ? arguments[at + 1] : null;
        if (arguments.Length == 0)
        {
            Console.Error.WriteLine("fixcheck corpus|FOLDER [--variants a,b] [--only REGEX of rules] [--subjects REGEX] [--texts] [--places]");
            return 2;
        }

        var rules = new Regex(Option("--only") ?? "");
        var names = new Regex(Option("--subjects") ?? "");
        var variants = Option("--variants")?.Split(',');
        IEnumerable<Subject> subjects = arguments[0] == "corpus" ? CorpusSubjects.Load().Where(subject => names.IsMatch(subject.Name)) : [TreeSubject.Load(arguments[0])];
        var bad = 0;
        foreach (var variant in Variant.All.Where(variant => variants?.Contains(variant.Name) ?? true))
        {
            var (outcomes, coverage) = await FixRun.RunAsync(subjects, variant, rules.IsMatch);
            Console.WriteLine($"== {variant.Name}");
            foreach (var line in Report.Lines(outcomes, arguments.Contains("--texts")).Concat(coverage.Lines(arguments.Contains("--places"))))
                Console.WriteLine(line);
            bad += outcomes.Count(static outcome => outcome.IsBad);
        }

        return bad == 0 ? 0 : 1;
    }
}
