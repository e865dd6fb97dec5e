namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Behaves well.</summary>
public sealed class CapitalizeFix : RenameFix
{
    protected override string Rename(string name) => Capitalize(name);
}
