namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: offers an action that does nothing.</summary>
public sealed class NothingFix : RenameFix
{
    protected override string Rename(string name) => name;
}
