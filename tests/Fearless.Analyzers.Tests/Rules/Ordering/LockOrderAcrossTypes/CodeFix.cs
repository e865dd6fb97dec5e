using Fearless.CodeFixes;
using Xunit;

namespace Fearless.Analyzers.Tests.LockOrderAcrossTypesRule;

public static class CodeFix
{
    /// <summary>It is reported by builds only, where no fix can be asked for; what the fix does is tested with the rule for one type.</summary>
    [Fact]
    public static void Is_the_one_for_one_type() => Assert.Contains("FEAR5002", new LockOrderFix().FixableDiagnosticIds);
}
