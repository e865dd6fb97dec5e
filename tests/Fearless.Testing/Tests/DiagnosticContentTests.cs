using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<
    Microsoft.CodeAnalysis.Testing.Tests.Fakes.MemberLocationsAnalyzer,
    Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Microsoft.CodeAnalysis.Testing.Tests;

/// <summary>Additional locations and properties.</summary>
public sealed class DiagnosticContentTests
{
    private const string Source = "class {|#0:bad|} { int {|#1:x|}, {|#2:y|}; }";

    [Fact]
    public Task Plain_markup_leaves_additional_locations_open() => VerifyCS.VerifyAnalyzerAsync("class [|bad|] { int x; }");

    [Fact]
    public Task Accepts_additional_locations_in_order() =>
        VerifyCS.VerifyAnalyzerAsync(Source, VerifyCS.Diagnostic().WithLocation(0).WithLocation(1).WithLocation(2));

    [Fact]
    public Task Wrong_order_of_additional_locations() => Failing.Async(
        () => VerifyCS.VerifyAnalyzerAsync(Source, VerifyCS.Diagnostic().WithLocation(0).WithLocation(2).WithLocation(1)),
        "different AdditionalLocations\n", "also /0/Test0.cs(1,17)-(1,18)", ".WithSpan(1, 7, 1, 10).WithSpan(1, 17, 1, 18).WithSpan(1, 20, 1, 21).WithArguments(\"bad\")");

    [Fact]
    public Task Missing_additional_location() => Failing.Async(
        () => VerifyCS.VerifyAnalyzerAsync(Source, VerifyCS.Diagnostic().WithLocation(0).WithLocation(1)), "different AdditionalLocations\n");

    [Fact]
    public Task Additional_locations_can_be_ignored() => VerifyCS.VerifyAnalyzerAsync(
        Source, VerifyCS.Diagnostic().WithLocation(0).WithLocation(2).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));

    [Fact]
    public Task Accepts_properties() =>
        VerifyCS.VerifyAnalyzerAsync(Source, VerifyCS.Diagnostic().WithLocation(0).WithProperty("Fields", "2"));

    [Fact]
    public Task Wrong_property() => Failing.Async(
        () => VerifyCS.VerifyAnalyzerAsync(Source, VerifyCS.Diagnostic().WithLocation(0).WithProperty("Fields", "3")), "different Properties\n", "Fields = 3", "Fields = 2");

    [Fact]
    public Task Missing_property() => Failing.Async(
        () => VerifyCS.VerifyAnalyzerAsync(Source, VerifyCS.Diagnostic().WithLocation(0).WithProperty("Other", null)), "different Properties\n");
}
