using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing.Tests.Fakes;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Microsoft.CodeAnalysis.Testing.Tests.Fakes.LowerCaseTypeAnalyzer,
    Microsoft.CodeAnalysis.Testing.Tests.Fakes.CapitalizeFix,
    Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Microsoft.CodeAnalysis.Testing.Tests;

/// <summary>What the verifier accepts of a code fix.</summary>
public sealed class CodeFixVerifierTests
{
    [Fact]
    public Task One_diagnostic() => VerifyCS.VerifyCodeFixAsync("class [|bad|] { }", "class Bad { }");

    [Fact]
    public Task Several_diagnostics() =>
        VerifyCS.VerifyCodeFixAsync(
            "class [|bad|] { }\r\nclass [|worse|] { }\nclass Good { }", "class Bad { }\nclass Worse { }\nclass Good { }");

    [Fact]
    public Task Expected_diagnostics() =>
        VerifyCS.VerifyCodeFixAsync("class {|#0:bad|} { }", VerifyCS.Diagnostic().WithLocation(0).WithArguments("bad"), "class Bad { }");

    [Fact]
    public Task Diagnostics_alone() => VerifyCS.VerifyAnalyzerAsync("class [|bad|] { }");

    [Fact]
    public Task Nothing_to_fix() => VerifyCS.VerifyCodeFixAsync("class Good { }", "class Good { }");

    [Fact]
    public Task Diagnostics_without_a_fix() => new CSharpCodeFixTest<TwoRulesAnalyzer, CapitalizeFix, DefaultVerifier>
    {
        TestCode = "class {|TEST0001:bad|} { } class {|TEST0002:bad2|} { }",
        FixedCode = "class Bad { } class {|TEST0002:bad2|} { }",
    }.RunAsync();

    [Fact]
    public Task A_source_for_which_nothing_is_offered() =>
        CSharpCodeFixVerifier<TwoRulesAnalyzer, CapitalizeFix, DefaultVerifier>.VerifyCodeFixAsync(
        "class {|TEST0002:bad2|} { }", "class {|TEST0002:bad2|} { }");

    [Fact]
    public Task Several_files_and_projects() => new CSharpCodeFixTest<LowerCaseTypeAnalyzer, CapitalizeFix, DefaultVerifier>
    {
        TestState =
        {
            Sources = { "class [|a|] { }", "class [|b|] { } class [|c|] { }" },
            AdditionalProjects = { ["Lib"] = { Sources = { "class [|d|] { }" } } },
        },
        FixedState =
        {
            Sources = { "class A { }", "class B { } class C { }" },
            AdditionalProjects = { ["Lib"] = { Sources = { "class D { }" } } },
        },
    }.RunAsync();

    [Fact]
    public Task A_new_file() => new CSharpCodeFixTest<LowerCaseTypeAnalyzer, NewFileFix, DefaultVerifier>
    {
        TestCode = "class [|bad|] { }",
        FixedState = { Sources = { "class Bad { }", ("/0/New.cs", "class New { }") } },
    }.RunAsync();

    [Fact]
    public Task A_compiler_error() =>
        CSharpCodeFixVerifier<EmptyDiagnosticAnalyzer, UnknownNameFix, DefaultVerifier>.VerifyCodeFixAsync(
            "class C { const int X = 1; int y = {|CS0103:x|}; }", "class C { const int X = 1; int y = X; }");

    [Fact]
    public Task No_fix_all() =>
        CSharpCodeFixVerifier<LowerCaseTypeAnalyzer, NoFixAllFix, DefaultVerifier>.VerifyCodeFixAsync(
            "class [|a|] { } class [|b|] { }", "class A { } class B { }");

    [Fact]
    public Task One_fix_of_several() => new CSharpCodeFixTest<LowerCaseTypeAnalyzer, CapitalizeFix, DefaultVerifier>
    {
        TestCode = "class [|a|] { } class [|b|] { }",
        FixedState = { Sources = { "class A { } class [|b|] { }" }, MarkupHandling = MarkupMode.Allow },
        BatchFixedCode = "class A { } class B { }",
        CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne,
    }.RunAsync();

    [Theory]
    [InlineData(null, null, "class Bad { }", "Capitalize it")]
    [InlineData(0, null, "class Bad { }", "Capitalize it")]
    [InlineData(1, null, "class BAD { }", "Shout it")]
    [InlineData(null, "Shout", "class BAD { }", "Shout it")]
    [InlineData(1, "Shout", "class BAD { }", "Shout it")]
    public Task Choice_of_the_action(int? index, string? key, string fixedCode, string title) =>
        new CSharpCodeFixTest<LowerCaseTypeAnalyzer, TwoActionsFix, DefaultVerifier>
    {
        TestCode = "class [|bad|] { }",
        FixedCode = fixedCode,
        CodeActionIndex = index,
        CodeActionEquivalenceKey = key,
        CodeActionVerifier = (action, verifier) => verifier.Equal(title, action.Title),
    }.RunAsync();

    [Fact]
    public Task Fix_all_with_another_outcome() => new CSharpCodeFixTest<LowerCaseTypeAnalyzer, OtherFixAllFix, DefaultVerifier>
    {
        TestCode = "class [|bad|] { }",
        FixedCode = "class Bad { }",
        BatchFixedCode = "class BAD { }",
    }.RunAsync();

    [Fact]
    public Task Exact_numbers_of_rounds() => new CSharpCodeFixTest<LowerCaseTypeAnalyzer, CapitalizeFix, DefaultVerifier>
    {
        TestState = { Sources = { "class [|a|] { }", "class [|b|] { } class [|c|] { }" } },
        FixedState = { Sources = { "class A { }", "class B { } class C { }" } },
        NumberOfIncrementalIterations = 3,
        NumberOfFixAllInDocumentIterations = 2,
        NumberOfFixAllIterations = 1,
    }.RunAsync();
}
