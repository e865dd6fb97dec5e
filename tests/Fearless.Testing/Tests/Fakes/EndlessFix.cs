namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: what it makes is to be fixed again.</summary>
public sealed class EndlessFix : RenameFix
{
    protected override string Rename(string name) => name + "x";
}
