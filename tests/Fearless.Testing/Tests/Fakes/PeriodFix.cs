namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: its title is a sentence.</summary>
public sealed class PeriodFix : RenameFix
{
    protected override string Title => "Rename it.";

    protected override string Rename(string name) => Capitalize(name);
}
