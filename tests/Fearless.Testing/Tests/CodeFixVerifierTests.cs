using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Microsoft.CodeAnalysis.Testing.Tests.Fakes.LowerCaseTypeAnalyzer,
    Microsoft.CodeAnalysis.Testing.Tests.Fakes.CapitalizeFix,
    Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Microsoft.CodeAnalysis.Testing.Tests;

public sealed class CodeFixVerifierTests
{
    [Fact]
    public Task Fixes_what_is_marked() => VerifyCS.VerifyCodeFixAsync("class [|bad|] { }\nclass [|worse|] { }", "class Bad { }\nclass Worse { }");
}
