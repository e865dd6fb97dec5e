using System;

namespace Microsoft.CodeAnalysis.Testing;

[Flags]
public enum DiagnosticLocationOptions
{
    None = 0,

    /// <summary>Only the start is compared.</summary>
    IgnoreLength = 1,
}
