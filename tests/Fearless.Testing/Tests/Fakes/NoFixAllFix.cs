using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Has no Fix All.</summary>
public sealed class NoFixAllFix : RenameFix
{
    public override FixAllProvider? GetFixAllProvider() => null;

    protected override string Rename(string name) => Capitalize(name);
}
