using System;
using System.Threading.Tasks;
using Xunit;

namespace Microsoft.CodeAnalysis.Testing.Tests;

/// <summary>Expects a verification to fail, and to say why.</summary>
internal static class Failing
{
    public static async Task<string> Async(Func<Task> verification, params string[] reasons)
    {
        var exception = await Assert.ThrowsAsync<VerificationException>(verification);
        Assert.All(reasons, reason => Assert.Contains(reason, exception.Message, StringComparison.Ordinal));
        return exception.Message;
    }
}
