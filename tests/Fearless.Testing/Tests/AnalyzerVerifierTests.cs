using System;
using System.Threading.Tasks;
using Xunit;
using Two = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<
    Microsoft.CodeAnalysis.Testing.Tests.Fakes.TwoRulesAnalyzer,
    Microsoft.CodeAnalysis.Testing.DefaultVerifier>;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<
    Microsoft.CodeAnalysis.Testing.Tests.Fakes.LowerCaseTypeAnalyzer,
    Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Microsoft.CodeAnalysis.Testing.Tests;

/// <summary>What the verifier accepts, and each way in which a diagnostic can miss its expectation.</summary>
public sealed class AnalyzerVerifierTests
{
    [Theory]
    [InlineData("")]
    [InlineData("class Good { }")]
    [InlineData("class [|bad|] { class [|worse|] { } }")]
    [InlineData("class {|TEST0001:bad|} { }")]
    [InlineData("class $$bad { }")]
    [InlineData("class Good { int F = {|CS0103:missing|}; }")]
    [InlineData("class [|bad|] : {|CS0246:Missing|} { }")]
    public Task Accepts_what_is_marked(string source) => VerifyCS.VerifyAnalyzerAsync(source);

    [Fact]
    public Task Accepts_what_is_expected() => VerifyCS.VerifyAnalyzerAsync(
        "class {|#0:bad|} { }\nclass {|#1:worse|} { }",
        VerifyCS.Diagnostic("TEST0001").WithLocation(1).WithArguments("worse"),
        VerifyCS.Diagnostic().WithLocation(0).WithMessage("'bad' starts with a lower-case letter").WithSeverity(DiagnosticSeverity.Warning));

    [Fact]
    public Task Accepts_spans() => VerifyCS.VerifyAnalyzerAsync("class bad { }", VerifyCS.Diagnostic().WithSpan(1, 7, 1, 10));

    [Fact]
    public Task Accepts_expected_compile_errors() => VerifyCS.VerifyAnalyzerAsync(
        "class C { int F = {|#0:missing|}; }",
        DiagnosticResult.CompilerError("CS0103").WithLocation(0).WithArguments("missing"));

    [Fact]
    public Task Knows_the_newest_language_and_framework() => VerifyCS.VerifyAnalyzerAsync("""
        using System.Threading;
        unsafe class C<T>(Lock gate) where T : allows ref struct
        {
            string? Name { get; set => field = value?.Trim(); }
            int* pointer;
            int[] numbers = [1, .. new[] { 2 }];
            void M() { lock (gate) { } }
        }
        """);

    [Fact]
    public Task Missing_diagnostic() => Failing.Async(
        () => VerifyCS.VerifyAnalyzerAsync("class [|Good|] { }"),
        "1 expected, 0 reported", "missing       TEST0001 Warning /0/Test0.cs(1,7)-(1,11)", "      |       ^^^^ TEST0001 expected");

    [Fact]
    public Task Extra_diagnostic() => Failing.Async(
        () => VerifyCS.VerifyAnalyzerAsync("class bad { }"),
        "0 expected, 1 reported", "unexpected    TEST0001", "      |       ^^^ TEST0001 reported",
        "VerifyCS.Diagnostic(\"TEST0001\").WithSpan(1, 7, 1, 10).WithArguments(\"bad\"),");

    [Fact]
    public Task Wrong_span() => Failing.Async(() => VerifyCS.VerifyAnalyzerAsync("[|class bad|] { }"), "different Location\n");

    [Fact]
    public Task Wrong_position() => Failing.Async(() => VerifyCS.VerifyAnalyzerAsync("$$class bad { }"), "different Location\n");

    [Fact]
    public Task Wrong_id() => Failing.Async(() => Two.VerifyAnalyzerAsync("class {|TEST0002:bad|} { }"), "different Id, Severity\n");

    [Fact]
    public Task Wrong_severity() => Failing.Async(
        () => VerifyCS.VerifyAnalyzerAsync("class {|#0:bad|} { }", VerifyCS.Diagnostic().WithLocation(0).WithSeverity(DiagnosticSeverity.Error)),
        "different Severity\n");

    [Fact]
    public Task Wrong_message() => Failing.Async(
        () => VerifyCS.VerifyAnalyzerAsync("class {|#0:bad|} { }", VerifyCS.Diagnostic().WithLocation(0).WithMessage("nonsense")),
        "different Message\n", ": nonsense\n");

    [Fact]
    public Task Wrong_arguments() => Failing.Async(
        () => VerifyCS.VerifyAnalyzerAsync("class {|#0:bad|} { }", VerifyCS.Diagnostic().WithLocation(0).WithArguments("good")),
        "different Message\n", "'good' starts with");

    [Fact]
    public Task Location_although_none_is_expected() => Failing.Async(
        () => VerifyCS.VerifyAnalyzerAsync("class bad { }", VerifyCS.Diagnostic()), "different Location\n", "<no location>");

    [Fact]
    public Task Compile_error() => Failing.Async(
        () => VerifyCS.VerifyAnalyzerAsync("class [|bad|] { int F = missing; }"),
        "as expected   TEST0001", "unexpected    CS0103 Error", "DiagnosticResult.CompilerError(\"CS0103\").WithSpan(1, 21, 1, 28).WithArguments(\"missing\")");

    [Fact]
    public Task Compile_error_that_does_not_come() =>
        Failing.Async(() => VerifyCS.VerifyAnalyzerAsync("class {|CS0103:Good|} { }"), "missing       CS0103");

    [Fact]
    public async Task Several_rules_need_a_name()
    {
        await Two.VerifyAnalyzerAsync("class {|TEST0001:bad|} { } class {|TEST0002:bad1|} { }");
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Two.VerifyAnalyzerAsync("class [|bad|] { }"));
        Assert.Contains("TEST0001, TEST0002", exception.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Two.Diagnostic());
    }

    [Fact]
    public async Task Unknown_names_are_errors()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => VerifyCS.VerifyAnalyzerAsync("class {|TEST0009:bad|} { }"));
        await Assert.ThrowsAsync<ArgumentException>(
            () => VerifyCS.VerifyAnalyzerAsync("class [|bad|] { }", VerifyCS.Diagnostic().WithLocation(3)));
        await Assert.ThrowsAsync<ArgumentException>(() => VerifyCS.VerifyAnalyzerAsync("class {|#x:bad|} { }"));
        Assert.Throws<ArgumentException>(() => VerifyCS.Diagnostic("TEST0009"));
    }
}
