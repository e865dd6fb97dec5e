using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Fixes an error of the compiler.</summary>
public sealed class UnknownNameFix : RenameFix
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["CS0103"];

    protected override string Rename(string name) => Capitalize(name);
}
