using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Fearless.Tests.Api;

/// <summary>Each behaviour of Rust's that the runtime was specified by has a test that is named after it, or a reason in the docs why it has none.</summary>
public sealed partial class BehaviourTests
{
    // How many behaviours there are of each kind; they are numbered from 01.
    private static readonly (string Kind, int Count)[] s_specification =
    [
        ("MX", 59), ("RW", 42), ("CV", 24), ("CH", 51), ("SC", 33), ("OS", 12), ("MM", 4), ("BA", 6), ("ON", 14), ("OL", 14), ("LZ", 9), ("TH", 32),
        ("SP", 13), ("TL", 14), ("AR", 25), ("AT", 11), ("RE", 4), ("AS", 39), ("RY", 10), ("CB", 5),
    ];

    private static IEnumerable<string> Specified =>
        s_specification.SelectMany(of => Enumerable.Range(1, of.Count).Select(number => Id(of.Kind, number)));

    [Fact]
    public void Each_behaviour_is_tested_by_name_or_listed_with_the_reason()
    {
        Assert.Equal(421, Specified.Count());
        Assert.Empty(Specified.Except(Tested()).Except(Listed()));
    }

    [Fact]
    public void No_test_and_no_reason_is_about_a_behaviour_that_does_not_exist() => Assert.Empty(Tested().Concat(Listed()).Except(Specified));

    private static HashSet<string> Tested() =>
    [
        .. typeof(BehaviourTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FactAttribute>() is not null)
            .SelectMany(method => method.Name.Split('_').TakeWhile(part => IdAlone().IsMatch(part))),
    ];

    private static HashSet<string> Listed()
    {
        var ids = new HashSet<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Api", "not-in-csharp.md")))
        {
            // The ids are in a row's first cell, or begin a sentence; elsewhere they only point at tests.
            var subject = line.Split('|', ':')[line.StartsWith('|') ? 1 : 0];
            foreach (Match range in Ids().Matches(subject))
            {
                var kind = range.Groups["kind"].Value;
                var first = int.Parse(range.Groups["first"].ValueSpan);
                var last = range.Groups["last"].Success ? int.Parse(range.Groups["last"].ValueSpan) : first;
                ids.UnionWith(Enumerable.Range(first, last - first + 1).Select(number => Id(kind, number)));
            }
        }

        return ids;
    }

    private static string Id(string kind, int number) => $"{kind}{number:00}";

    [GeneratedRegex("^[A-Z]{2}[0-9]{2}$")]
    private static partial Regex IdAlone();

    [GeneratedRegex("(?<kind>[A-Z]{2})(?<first>[0-9]{2})((–| to )[A-Z]{2}(?<last>[0-9]{2}))?")]
    private static partial Regex Ids();
}
