using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>What a plain access does, the worst first.</summary>
internal enum MixedKind
{
    /// <summary>It reads and writes, in steps between which others write.</summary>
    Update,
    Write,
    Read,

    /// <summary>A store that makes the object ready, by the name of its method.</summary>
    SetUp,

    /// <summary>One load of a word, outside any loop: old perhaps, but whole.</summary>
    Look,
}

/// <summary>A plain access, and an atomic one that it does not go together with.</summary>
internal sealed class MixedPlace(IOperation access, MixedKind kind, IOperation atomic)
{
    public IOperation Access { get; } = access;

    public MixedKind Kind { get; } = kind;

    public IOperation Atomic { get; } = atomic;

    /// <summary>What makes the other one, or the word that lies over all of it, atomic.</summary>
    public string By => (Atomic.Parent is IFieldReferenceOperation { Field.ContainingType.IsValueType: true } word ? word : Atomic).Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Interlocked" or "ImmutableInterlocked" } } ? "Interlocked" : "Volatile";
}
