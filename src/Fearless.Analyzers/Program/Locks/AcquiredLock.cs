using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

/// <summary>A lock that a function waits for until it has it, itself or in what it calls.</summary>
/// <param name="path">Its name in the function's terms; null: the function has none for it.</param>
/// <param name="lockClass">Its class; null: only a caller can tell.</param>
/// <param name="kind">What it is.</param>
/// <param name="mode">How it is taken.</param>
/// <param name="via">One way to it: the calls, then the acquisition.</param>
internal sealed class AcquiredLock(AccessPath? path, ISymbol? lockClass, LockKind kind, LockMode mode, ImmutableArray<SyntaxNode> via)
{
    public AccessPath? Path { get; } = path;

    public ISymbol? Class { get; } = lockClass;

    public LockKind Kind { get; } = kind;

    public LockMode Mode { get; } = mode;

    public ImmutableArray<SyntaxNode> Via { get; } = via;

    /// <summary>The acquisition itself.</summary>
    public SyntaxNode Site => Via[Via.Length - 1];

    public bool IsSame(AcquiredLock other) =>
        Mode == other.Mode && Kind == other.Kind && SymbolEqualityComparer.Default.Equals(Class, other.Class) && Equals(Path, other.Path);

    /// <summary>Its way is the better example: shorter, or earlier in the source.</summary>
    public bool IsPreferredTo(AcquiredLock other)
    {
        if (Via.Length != other.Via.Length)
            return Via.Length < other.Via.Length;
        for (var i = Via.Length - 1; i >= 0; i--)
        {
            if (SourceOrder.Compare(Via[i], other.Via[i]) is not 0 and var order)
                return order < 0;
        }

        return false;
    }
}
