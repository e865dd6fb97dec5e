using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Xunit;

namespace Microsoft.CodeAnalysis.Testing.Tests;

public sealed class ReferenceAssembliesTests
{
    [Fact]
    public async Task Are_read_once()
    {
        var first = await ReferenceAssemblies.Default.ResolveAsync(LanguageNames.CSharp, CancellationToken.None);
        var second = await ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, CancellationToken.None);
        Assert.True(first.SequenceEqual(second));
        Assert.Contains(first, static r => r.Display!.EndsWith("System.Runtime.dll", System.StringComparison.Ordinal));
    }

    [Fact]
    public async Task Older_frameworks_lack_what_came_later()
    {
        const string Source = "class C { System.Threading.CancellationToken T; System.Threading.{|CS0234:Lock|}? L; }";
        foreach (var framework in new[] { ReferenceAssemblies.Net.Net80, ReferenceAssemblies.NetStandard.NetStandard20 })
        {
            await new CSharpAnalyzerTest<EmptyDiagnosticAnalyzer, DefaultVerifier> { TestCode = Source, ReferenceAssemblies = framework }.RunAsync();
        }
    }

    [Fact]
    public void Fall_back_to_the_running_framework() =>
        Assert.Contains(
            TargetingPack.FindAssemblies("net0.0"), static p => p.EndsWith("System.Private.CoreLib.dll", System.StringComparison.Ordinal));
}
