using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>The variables whose object may have been given away on some path to here, and where. A variable is a symbol, or a temporary of the graph.</summary>
internal sealed class MoveState(ImmutableDictionary<object, SyntaxNode> gone) : IEquatable<MoveState>
{
    public static readonly MoveState Empty = new(ImmutableDictionary.Create<object, SyntaxNode>());

    public SyntaxNode? MovedAt(object variable) => gone.TryGetValue(variable, out var at) ? at : null;

    public MoveState Move(object variable, SyntaxNode at) => gone.ContainsKey(variable) ? this : new(gone.Add(variable, at));

    /// <summary>It holds another object now.</summary>
    public MoveState Renew(object variable) => gone.ContainsKey(variable) ? new(gone.Remove(variable)) : this;

    public MoveState Join(MoveState other)
    {
        var joined = this;
        foreach (var entry in other.Gone)
        {
            // The first in the source, so that the order of the visits does not show.
            if (joined.MovedAt(entry.Key) is not { } known)
                joined = joined.Move(entry.Key, entry.Value);
            else if (entry.Value.SpanStart < known.SpanStart)
                joined = joined.Renew(entry.Key).Move(entry.Key, entry.Value);
        }

        return joined;
    }

    public bool Equals(MoveState? other)
    {
        if (other is null || other.Gone.Count != gone.Count)
            return false;
        foreach (var entry in gone)
        {
            if (other.MovedAt(entry.Key) != entry.Value)
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as MoveState);

    public override int GetHashCode() => gone.Count;

    private ImmutableDictionary<object, SyntaxNode> Gone => gone;
}
