using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing.Tests.Fakes;
using Xunit;

namespace Microsoft.CodeAnalysis.Testing.Tests;

/// <summary>Files, projects, references and options.</summary>
public sealed class StateTests
{
    [Fact]
    public Task Several_files() => new CSharpAnalyzerTest<MemberLocationsAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class [|bad|] : B { }", ("/0/Named.cs", "class B { }\nclass {|#1:worse|} { int {|#0:x|}; }") },
            ExpectedDiagnostics = { new DiagnosticResult(FakeAnalyzer.Rule).WithLocation(1).WithLocation(0) },
        },
    }.RunAsync();

    [Fact]
    public Task Numbers_belong_to_one_file() =>
        Assert.ThrowsAsync<System.ArgumentException>(() => new CSharpAnalyzerTest<LowerCaseTypeAnalyzer, DefaultVerifier>
    {
        TestState = { Sources = { "class {|#0:A|} { }", "class {|#0:B|} { }" } },
    }.RunAsync());

    [Fact]
    public Task Additional_files() => new CSharpAnalyzerTest<AdditionalFileAnalyzer, DefaultVerifier>
    {
        TestState = { Sources = { "" }, AdditionalFiles = { ("words.txt", "good\n[|bad|]") } },
    }.RunAsync();

    [Fact]
    public async Task Global_options()
    {
        await new CSharpAnalyzerTest<OptionGatedAnalyzer, DefaultVerifier> { TestCode = "class bad { }" }.RunAsync();
        await new CSharpAnalyzerTest<OptionGatedAnalyzer, DefaultVerifier> { TestCode = "class [|bad|] { }", GlobalOptions = { ["build_property.Gate"] = "true" } }.RunAsync();
        await new CSharpAnalyzerTest<OptionGatedAnalyzer, DefaultVerifier>
        {
            TestState = { Sources = { "class [|bad|] { }" }, AnalyzerConfigFiles = { ("/.globalconfig", "is_global = true\nbuild_property.Gate = true") } },
        }.RunAsync();
    }

    [Fact]
    public async Task Config_files_win_over_global_options()
    {
        await new CSharpAnalyzerTest<OptionGatedAnalyzer, DefaultVerifier>
        {
            TestState = { Sources = { "class bad { }" }, AnalyzerConfigFiles = { ("/.globalconfig", "is_global = true\nbuild_property.Gate = false") } },
            GlobalOptions = { ["build_property.gate"] = "true" },
        }.RunAsync();
        await new CSharpAnalyzerTest<OptionGatedAnalyzer, DefaultVerifier>
        {
            TestState = { Sources = { "class bad { }", ("/1/B.cs", "class [|worse|] { }") }, AnalyzerConfigFiles = { ("/.editorconfig", "root = true\n[/1/*.cs]\ntest.gate = true") } },
        }.RunAsync();
    }

    [Theory]
    [InlineData("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.TEST0001.severity = error")]
    [InlineData("/.globalconfig", "is_global = true\ndotnet_diagnostic.TEST0001.severity = error")]
    public Task Severities_from_config_files(string name, string text) => new CSharpAnalyzerTest<LowerCaseTypeAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class {|#0:bad|} { }" },
            AnalyzerConfigFiles = { (name, text) },
            ExpectedDiagnostics = { new DiagnosticResult(FakeAnalyzer.Rule).WithLocation(0).WithSeverity(DiagnosticSeverity.Error) },
        },
    }.RunAsync();

    [Fact]
    public Task Suppressed_diagnostics_count_only_if_expected() => new CSharpAnalyzerTest<LowerCaseTypeAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "#pragma warning disable TEST0001\nclass {|#0:bad|} { }\n#pragma warning restore TEST0001\nclass [|worse|] { }" },
            ExpectedDiagnostics = { new DiagnosticResult(FakeAnalyzer.Rule).WithLocation(0).WithIsSuppressed(true) },
        },
    }.RunAsync();

    [Fact]
    public Task Several_projects() => new CSharpAnalyzerTest<LowerCaseTypeAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class [|bad|] : Library { }" },
            AdditionalProjects = { ["Lib"] = { Sources = { "public class Library { }\nclass [|worse|] { }" } } },
            AdditionalProjectReferences = { "Lib" },
        },
    }.RunAsync();

    [Fact]
    public Task References_of_a_test() => new CSharpAnalyzerTest<LowerCaseTypeAnalyzer, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class C { Microsoft.CodeAnalysis.Testing.DefaultVerifier? V; {|CS0246:Xunit|}.FactAttribute? F; }" },
            AdditionalReferences = { typeof(DefaultVerifier).Assembly },
        },
    }.RunAsync();

    [Fact]
    public Task Programs_and_transforms() => new CSharpAnalyzerTest<LowerCaseTypeAnalyzer, DefaultVerifier>
    {
        TestState = { Sources = { "System.Console.WriteLine();\n#if X\nclass [|bad|] { }\n#endif" }, OutputKind = OutputKind.ConsoleApplication },
        SolutionTransforms = { static (s, id) => s.WithProjectParseOptions(id, ((CSharpParseOptions)s.GetProject(id)!.ParseOptions!).WithPreprocessorSymbols("X")) },
    }.RunAsync();

    [Fact]
    public Task Compiler_warnings_on_demand() => new CSharpAnalyzerTest<EmptyDiagnosticAnalyzer, DefaultVerifier>
    {
        TestCode = "class C { int {|CS0169:f|}; }",
        CompilerDiagnostics = CompilerDiagnostics.Warnings,
    }.RunAsync();

    [Fact]
    public Task Disabled_rules_and_the_first_of_several() => new CSharpAnalyzerTest<TwoRulesAnalyzer, DefaultVerifier>
    {
        TestCode = "class [|bad|] { } class bad2 { }",
        DisabledDiagnostics = { "TEST0002" },
        MarkupOptions = MarkupOptions.UseFirstDescriptor,
    }.RunAsync();

    [Fact]
    public async Task Defaults_of_the_test_project()
    {
        VerifierDefaults.GlobalOptions["build_property.OfTheVerifiersOwnTests"] = "1";
        var test = new CSharpAnalyzerTest<LowerCaseTypeAnalyzer, DefaultVerifier>
        {
            TestCode = "",
            SolutionTransforms =
            {
                static (solution, id) =>
                {
                    var options = solution.GetProject(id)!.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions;
                    Assert.True(options.TryGetValue("build_property.OfTheVerifiersOwnTests", out var value) && value == "1");
                    return solution;
                },
            },
        };
        await test.RunAsync();
    }
}
