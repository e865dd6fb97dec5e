namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Misbehaves: its texts have no encoding.</summary>
public sealed class LostEncodingFix : NewFileFix
{
    protected override bool KeepsEncoding => false;
}
