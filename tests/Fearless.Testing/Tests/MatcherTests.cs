using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing.Tests.Fakes;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace Microsoft.CodeAnalysis.Testing.Tests;

public sealed class MatcherTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("5", "0")]
    [InlineData("1 2 2 1", "0 1")]
    [InlineData("2 1 1 2", "1 0")]
    [InlineData("4 1 3 2 0 5 3 2 2", "1 0 2")]
    [InlineData("0 0 9 0 9 9 9 9 0", "1 0 2")]
    public void Finds_the_cheapest_assignment(string cost, string columns)
    {
        var numbers = cost.Split(' ', System.StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray();
        var size = (int)System.Math.Sqrt(numbers.Length);
        var matrix = new int[size, size];
        for (var i = 0; i < numbers.Length; i++)
        {
            matrix[i / size, i % size] = numbers[i];
        }

        Assert.Equal(columns, string.Join(' ', Assignment.Solve(matrix)));
    }

    [Fact]
    public void A_loose_expectation_leaves_to_a_strict_one_what_only_that_needs()
    {
        var tree = CSharpSyntaxTree.ParseText("class a { }", path: "a.cs");
        var location = Location.Create(tree, new TextSpan(6, 1));
        var (one, two) = (Diagnostic.Create(FakeAnalyzer.Rule, location, "one"), Diagnostic.Create(FakeAnalyzer.Rule, location, "two"));
        var loose = new DiagnosticResult(FakeAnalyzer.Rule).WithSpan("a.cs", 1, 7, 1, 8);

        Assert.All(DiagnosticMatcher.Pair([loose, loose.WithArguments("one")], [one, two]), static p => Assert.True(p.IsMatch));
        Assert.All(DiagnosticMatcher.Pair([loose.WithArguments("two"), loose], [one, two]), static p => Assert.True(p.IsMatch));
    }

    [Fact]
    public void Strangers_are_not_a_pair()
    {
        var tree = CSharpSyntaxTree.ParseText("class a { }", path: "a.cs");
        ImmutableArray<Diagnostic> actual = [Diagnostic.Create(FakeAnalyzer.Rule, Location.Create(tree, new TextSpan(6, 1)), "one")];
        var pairs = DiagnosticMatcher.Pair([DiagnosticResult.CompilerError("CS0001").WithSpan("a.cs", 9, 9, 9, 9)], actual);
        Assert.Equal(2, pairs.Length);
    }
}
