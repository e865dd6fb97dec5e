using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Fearless.Testing;

/// <summary>What a build says, in source order.</summary>
/// <param name="Errors">The compiler's.</param>
/// <param name="Findings">The analyzers'; a crash of one is the finding AD0001.</param>
public sealed record BuildResult(ImmutableArray<Diagnostic> Errors, ImmutableArray<Diagnostic> Findings)
{
    internal static BuildResult Of(IEnumerable<Diagnostic> diagnostics)
    {
        var byOrigin = diagnostics
            .OrderBy(static d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(static d => d.Location.SourceSpan.Start)
            .ToLookup(static d => d.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.Compiler));
        return new([.. byOrigin[true].Where(static d => d.Severity == DiagnosticSeverity.Error)], [.. byOrigin[false]]);
    }
}
