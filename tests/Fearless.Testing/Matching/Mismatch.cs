using System;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>In what an actual diagnostic differs from an expected one.</summary>
[Flags]
internal enum Mismatch
{
    None = 0,
    Id = 1,
    Location = 2,
    Severity = 4,
    Message = 8,
    AdditionalLocations = 16,
    Properties = 32,
    Suppression = 64,
}
