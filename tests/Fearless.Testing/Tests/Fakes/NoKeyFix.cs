namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: has no equivalence key.</summary>
public sealed class NoKeyFix : RenameFix
{
    protected override string? Key => null;

    protected override string Rename(string name) => Capitalize(name);
}
