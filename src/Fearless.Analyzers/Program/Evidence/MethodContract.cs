using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

internal enum CallManner
{
    /// <summary>Several threads at once, on one object.</summary>
    Concurrent,

    /// <summary>Once, on a thread of its own.</summary>
    Work,

    /// <summary>One call after the other.</summary>
    InTurn,

    /// <summary>Before others get the object.</summary>
    SetUp,
}

/// <summary>How a framework calls a method that overrides or implements a member of it.</summary>
internal readonly struct MethodContract(CallManner manner, ISymbol member)
{
    public CallManner Manner { get; } = manner;

    /// <summary>The framework's member.</summary>
    public ISymbol Member { get; } = member;
}
