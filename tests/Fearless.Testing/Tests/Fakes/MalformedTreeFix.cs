namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: what it makes one token of is several.</summary>
public sealed class MalformedTreeFix : RenameFix
{
    protected override string Rename(string name) => "Good { } class Better";
}
