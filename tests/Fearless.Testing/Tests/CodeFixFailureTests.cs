using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing.Tests.Fakes;
using Xunit;

namespace Microsoft.CodeAnalysis.Testing.Tests;

/// <summary>Each way in which a code fix can be wrong.</summary>
public sealed class CodeFixFailureTests
{
    private const string Source = "class [|bad|] { }";
    private const string Fixed = "class Bad { }";

    [Fact]
    public Task Other_text() =>
        FailsAsync<CapitalizeFix>(Source, "class Bad  { }", "[one fix after the other]", "- class Bad  { }\n+ class Bad { }");

    [Fact]
    public Task No_fix_is_expected() => FailsAsync<CapitalizeFix>(Source, Source, "No fix is expected, but 'Rename it' is offered");

    [Fact]
    public Task No_fix_is_offered() => FailsAsync<EmptyCodeFixProvider>(Source, Fixed, "- class Bad { }\n+ class bad { }");

    [Fact]
    public Task Fixed_code_does_not_compile() => FailsAsync<SameNameFix>(
        "class [|bad|] { } class Same { }", "class Same { } class Same { }", "[fixed code]", "unexpected    CS0101");

    [Fact]
    public Task Finding_is_left() => FailsAsync<OtherBadNameFix>(Source, "class xxx { }", "[fixed code]", "unexpected    TEST0001");

    [Fact]
    public Task Nothing_changes() => FailsAsync<NothingFix>(Source, Source, "NothingFix offers 'Rename it'", "but it changes nothing");

    [Fact]
    public Task No_end() =>
        FailsAsync<EndlessFix>(Source, "class badx { }", "After 1 fixes, 'Rename it' is still offered", "Either the fix does not end");

    [Fact]
    public Task Malformed_tree() => FailsAsync<MalformedTreeFix>(
        Source, "class Good { } class Better { }", "builds a syntax tree that its text does not parse to", "parsed: ");

    [Fact]
    public Task Malformed_tree_may_be_allowed() => new CSharpCodeFixTest<LowerCaseTypeAnalyzer, MalformedTreeFix, DefaultVerifier>
    {
        TestCode = Source,
        FixedCode = "class Good { } class Better { }",
        CodeActionValidationMode = CodeActionValidationMode.None,
    }.RunAsync();

    [Fact]
    public Task No_equivalence_key() => FailsAsync<NoKeyFix>(Source, Fixed, "NoKeyFix offers 'Rename it' without an equivalence key");

    [Fact]
    public Task Title_with_a_period() => FailsAsync<PeriodFix>(Source, Fixed, "ends with a period: 'Rename it.'");

    [Fact]
    public Task No_title() => FailsAsync<NoTitleFix>(Source, Fixed, "without a title");

    [Fact]
    public Task Lost_encoding() => FailsAsync<LostEncodingFix>(Source, Fixed, "loses the encoding");

    [Fact]
    public Task Unexpected_file() => FailsAsync<NewFileFix>(Source, Fixed, "unexpected file 'New.cs'", "class New { }");

    [Fact]
    public Task Missing_file() => Failing.Async(
        () => new CSharpCodeFixTest<LowerCaseTypeAnalyzer, CapitalizeFix, DefaultVerifier>
        {
            TestCode = Source,
            FixedState = { Sources = { Fixed, ("/0/New.cs", "class New { }") } },
        }.RunAsync(),
        "lacks the file '/0/New.cs'");

    [Fact]
    public Task Fix_all_differs() => FailsAsync<OtherFixAllFix>(Source, Fixed, "[Fix All in Document]", "- class Bad { }\n+ class BAD { }");

    [Fact]
    public Task Fix_all_is_promised_only() => FailsAsync<FixAllInDocumentOnlyFix>(Source, Fixed, "[Fix All in Project]", "has no action");

    [Fact]
    public Task Fix_for_the_end_of_a_compilation() => Failing.Async(
        () => CSharpCodeFixVerifier<CompilationEndAnalyzer, CapitalizeFix, DefaultVerifier>.VerifyCodeFixAsync(Source, Fixed), "TEST0001 is reported at the end of a compilation");

    [Fact]
    public Task Wrong_number_of_rounds() => Failing.Async(
        () => new CSharpCodeFixTest<LowerCaseTypeAnalyzer, CapitalizeFix, DefaultVerifier> { TestCode = Source, FixedCode = Fixed, NumberOfIncrementalIterations = 2 }.RunAsync(),
        "2 fixes are expected, 1 were applied");

    [Fact]
    public Task Wrong_number_of_fix_all_rounds() => Failing.Async(
        () => new CSharpCodeFixTest<LowerCaseTypeAnalyzer, CapitalizeFix, DefaultVerifier> { TestCode = Source, FixedCode = Fixed, NumberOfFixAllIterations = 2 }.RunAsync(),
        "2 rounds are expected, 1 were needed");

    [Fact]
    public Task Index_and_key_disagree() => Failing.Async(
        () => new CSharpCodeFixTest<LowerCaseTypeAnalyzer, TwoActionsFix, DefaultVerifier>
        {
            TestCode = Source, FixedCode = Fixed, CodeActionIndex = 0, CodeActionEquivalenceKey = "Shout",
        }.RunAsync(),
        "The action with index 0 has the equivalence key 'Capitalize', not 'Shout'");

    [Fact]
    public Task Wrong_diagnostics_before_the_fix() => FailsAsync<CapitalizeFix>("class bad { }", Fixed, "unexpected    TEST0001");

    private static Task FailsAsync<TFix>(string source, string fixedSource, params string[] reasons)
        where TFix : CodeFixProvider, new() =>
        Failing.Async(
            () => CSharpCodeFixVerifier<LowerCaseTypeAnalyzer, TFix, DefaultVerifier>.VerifyCodeFixAsync(source, fixedSource), reasons);
}
