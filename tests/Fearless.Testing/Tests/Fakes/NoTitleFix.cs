namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: has no title.</summary>
public sealed class NoTitleFix : RenameFix
{
    protected override string Title => " ";

    protected override string Rename(string name) => Capitalize(name);
}
