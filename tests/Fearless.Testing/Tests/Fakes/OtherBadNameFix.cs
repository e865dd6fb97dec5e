namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: leaves the finding, with another text of the same length.</summary>
public sealed class OtherBadNameFix : RenameFix
{
    protected override string Rename(string name) => new('x', name.Length);
}
