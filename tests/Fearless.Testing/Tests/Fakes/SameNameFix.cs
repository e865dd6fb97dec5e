namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: makes code that does not compile, if there are two classes.</summary>
public sealed class SameNameFix : RenameFix
{
    protected override string Rename(string name) => "Same";
}
