using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using Microsoft.CodeAnalysis.CSharp.Testing;

namespace Fearless.Analyzers.Tests.CatalogMistakeRule;

public static class Valid
{
    [Theory]
    [InlineData("own.fearless.txt", "in My.Space\nCache<T>  send(T) sync(T) # fine\n")]
    [InlineData("own.fearless.txt", "")]
    [InlineData("notes.txt", "no catalog at all !")]
    public static Task Silent(string file, string text)
    {
        var test = new CSharpAnalyzerTest<Analyzers.CatalogMistake, DefaultVerifier> { TestCode = "class C { }" };
        test.TestState.AdditionalFiles.Add((file, text));
        return test.RunAsync();
    }
}
