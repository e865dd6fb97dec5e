using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing.Tests.Fakes;
using Xunit;

namespace Microsoft.CodeAnalysis.Testing.Tests;

/// <summary>The runs that no expectation asks for find what they are for, and can be left out.</summary>
public sealed class ExtraPassesTests
{
    private const string Source = "class [|bad|] { }";

    [Fact]
    public Task Callbacks_of_every_kind_give_the_same_alone_and_after_cancellation() =>
        new CSharpAnalyzerTest<EveryCallbackAnalyzer, DefaultVerifier>
    {
        TestCode = """
            {|TEST0001:{|TEST0001:class|}|} {|TEST0001:{|TEST0001:C|}|}
            {
                int {|TEST0001:{|TEST0001:{|TEST0001:{|TEST0001:{|TEST0001:{|TEST0001:M|}|}|}|}|}|}()
                {
                    {|TEST0001:{|TEST0001:{|TEST0001:{|TEST0001:{|TEST0001:return 1;|}|}|}|}|}
                }
            }
            """,
    }.RunAsync();

    [Fact]
    public Task Throwing() => FailsAsync<ThrowingAnalyzer>("class bad { }", TestBehaviors.SkipAll, "AD0001", "cannot do bad");

    [Fact]
    public Task Dependence_on_the_order_of_documents() => FailsOnlyWithAsync<FirstClassOnlyAnalyzer>(
        TestBehaviors.SkipRepeatabilityCheck, "The result depends on the order of documents", Source, "class worse { }");

    [Fact]
    public Task Dependence_on_concurrency() => FailsAsync<NeedsConcurrencyAnalyzer>(
        "class [|A|] { } class [|B|] { }", TestBehaviors.SkipAll & ~TestBehaviors.SkipRepeatabilityCheck, "The result depends on concurrency");

    [Fact]
    public Task Dependence_on_earlier_runs() => FailsAsync<OncePerInstanceAnalyzer>(
        Source, TestBehaviors.SkipAll & ~TestBehaviors.SkipRepeatabilityCheck, "or on earlier runs of the same analyzer instance");

    [Fact]
    public Task Compilation_end_without_the_tag() => FailsOnlyWithAsync<UntaggedCompilationEndAnalyzer>(
        TestBehaviors.SkipPerDocumentCheck, "must carry WellKnownDiagnosticTags.CompilationEnd", Source);

    [Fact]
    public Task Compilation_end_with_the_tag() => Create<CompilationEndAnalyzer>(TestBehaviors.None, Source).RunAsync();

    [Fact]
    public Task Reports_in_another_file() => FailsOnlyWithAsync<CrossFileAnalyzer>(
        TestBehaviors.SkipPerDocumentCheck, "Analysed alone, as in an editor, /0/Test0.cs gets other diagnostics", Source, "class C { }");

    [Fact]
    public Task Swallowed_cancellation() => FailsOnlyWithAsync<SwallowingAnalyzer>(
        TestBehaviors.SkipCancellationCheck, "swallows the OperationCanceledException", Source);

    [Fact]
    public Task Another_exception_for_a_cancellation() => FailsOnlyWithAsync<ThrowsWhenCancelledAnalyzer>(
        TestBehaviors.SkipCancellationCheck, "throws something other than OperationCanceledException: System.InvalidOperationException: half done", Source);

    [Fact]
    public Task Cancellation_that_lives_on_in_a_lazy() => FailsOnlyWithAsync<PoisonedLazyAnalyzer>(
        TestBehaviors.SkipCancellationCheck, "After a cancelled analysis", Source);

    [Fact]
    public Task Cancelled_work_in_a_cache() => FailsOnlyWithAsync<HalfCacheAnalyzer>(
        TestBehaviors.SkipCancellationCheck, "After a cancelled analysis of /0/Test0.cs, its results are no longer the same", Source);

    [Fact]
    public Task Leaving_when_cancelled_is_fine() => Create<LeavesWhenCancelledAnalyzer>(TestBehaviors.None, Source).RunAsync();

    [Fact]
    public Task Reports_in_generated_code() =>
        FailsOnlyWithAsync<GeneratedCodeAnalyzer>(TestBehaviors.SkipGeneratedCodeCheck, "In generated code, TEST0001", Source);

    [Fact]
    public Task Not_suppressible() => FailsAsync<UnsuppressibleAnalyzer>(
        Source, TestBehaviors.SkipAll & ~TestBehaviors.SkipSuppressionCheck, "In spite of '#pragma warning disable', TEST0001");

    /// <summary>Fails for the given reason with all runs, and passes if only the run that finds it is left out.</summary>
    private static async Task FailsOnlyWithAsync<TAnalyzer>(TestBehaviors skip, string reason, params string[] sources)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        await Failing.Async(() => Create<TAnalyzer>(TestBehaviors.None, sources).RunAsync(), reason);
        await Create<TAnalyzer>(skip, sources).RunAsync();
    }

    private static Task FailsAsync<TAnalyzer>(string source, TestBehaviors behaviors, params string[] reasons)
        where TAnalyzer : DiagnosticAnalyzer, new() => Failing.Async(() => Create<TAnalyzer>(behaviors, source).RunAsync(), reasons);

    private static CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> Create<TAnalyzer>(TestBehaviors behaviors, params string[] sources)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var test = new CSharpAnalyzerTest<TAnalyzer, DefaultVerifier> { TestBehaviors = behaviors };
        foreach (var source in sources)
        {
            test.TestCode = source;
        }

        return test;
    }
}
