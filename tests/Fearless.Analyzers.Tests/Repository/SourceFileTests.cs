using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Fearless.Analyzers.Tests.Repository;

public sealed partial class SourceFileTests
{
    private const int LongestFile = 400;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("samples")]
    public void No_file_is_too_long_to_read(string folder) => Problems.AssertNone(
        from file in SourceFiles.CSharp(folder)
        let lines = File.ReadLines(file).Count()
        where lines > LongestFile
        select $"{RuleSet.Relative(file)} has {lines} lines; split it by idea, none should have more than {LongestFile}");

    [Fact]
    public void No_file_names_a_place_that_exists_on_one_machine_only() => Problems.AssertNone(
        from file in SourceFiles.Text()
        from line in File.ReadLines(file).Select(static (text, index) => (Text: text, Number: index + 1))
        where PlaceOnOneMachine().IsMatch(line.Text)
        select $"{RuleSet.Relative(file)}:{line.Number}: {line.Text.Trim()}");

    // Roslyn throws where an array is asked for one value, and hands out an array that cannot be walked for null.
    [Fact]
    public void One_function_reads_what_attributes_were_given() => Problems.AssertNone(
        from file in SourceFiles.CSharp("src").Where(static file => Path.GetFileName(file) != "AttributeArguments.cs")
        where File.ReadAllText(file) is var text && (text.Contains(".ConstructorArguments") || text.Contains(".NamedArguments") || text.Contains("TypedConstant"))
        select $"{RuleSet.Relative(file)}: read arguments with AttributeArguments");

    // Absolute paths below the usual roots, drive letters, and package registries.
    [GeneratedRegex(@"(?<![\w.])/(work|home|root|tmp|Users|mnt|farm)/|\b[A-Z]:\\\w|\bapi\.nuget\.|/v3/index\.json")]
    private static partial Regex PlaceOnOneMachine();
}
