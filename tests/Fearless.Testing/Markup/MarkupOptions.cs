using System;

namespace Microsoft.CodeAnalysis.Testing;

[Flags]
public enum MarkupOptions
{
    None = 0,

    /// <summary><c>[|text|]</c> stands for the first supported descriptor, even if the analyzer has several.</summary>
    UseFirstDescriptor = 1,

    /// <summary><c>$$</c> is code (the start of a raw interpolated string), not a position.</summary>
    TreatPositionIndicatorsAsCode = 2,
}
