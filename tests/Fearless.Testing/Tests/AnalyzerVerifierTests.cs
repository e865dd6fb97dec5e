using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpAnalyzerVerifier<
    Microsoft.CodeAnalysis.Testing.Tests.Fakes.LowerCaseTypeAnalyzer,
    Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Microsoft.CodeAnalysis.Testing.Tests;

public sealed class AnalyzerVerifierTests
{
    [Fact]
    public Task Accepts_what_is_marked() => VerifyCS.VerifyAnalyzerAsync("class [|bad|] { }\nclass Good { }");
}
