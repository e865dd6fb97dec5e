using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

internal enum FieldProtectionKind
{
    None,

    /// <summary>Every access outside construction happens under one and the same lock of the object.</summary>
    Guarded,

    /// <summary>Every access outside construction is atomic.</summary>
    Atomic,
}

/// <summary>What keeps threads from tearing a field apart, and if nothing does, where it shows.</summary>
internal sealed class FieldProtection(FieldProtectionKind kind, string? problem = null, Location? site = null)
{
    public static readonly FieldProtection None = new(FieldProtectionKind.None);

    /// <summary>By a marker, which is checked elsewhere.</summary>
    public static readonly FieldProtection Declared = new(FieldProtectionKind.Guarded);

    public static readonly FieldProtection Atomic = new(FieldProtectionKind.Atomic);

    public FieldProtectionKind Kind { get; } = kind;

    /// <summary>In words, after the field's name.</summary>
    public string? Problem { get; } = problem;

    public Location? Site { get; } = site;
}
