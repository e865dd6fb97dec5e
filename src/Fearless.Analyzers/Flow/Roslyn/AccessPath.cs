using System;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

internal enum PathRoot
{
    /// <summary>The object whose member is being run.</summary>
    This,

    /// <summary>A local variable or a parameter.</summary>
    Variable,

    /// <summary>A static member; it is the first step.</summary>
    Static,

    /// <summary>An object that no name leads to: equal only to itself.</summary>
    Opaque,
}

/// <summary>
/// How a location or a lock is named: <c>this._gate</c>, <c>Type.Gate</c>, <c>order.Gate</c>, a local. Two paths that are equal name the same
/// location as long as nothing on the way is reassigned.
/// </summary>
internal sealed class AccessPath : IEquatable<AccessPath>
{
    public static readonly AccessPath This = new(PathRoot.This, null, []);

    private AccessPath(PathRoot root, object? identity, ImmutableArray<PathStep> steps)
    {
        Root = root;
        Identity = identity;
        Steps = steps;
    }

    public PathRoot Root { get; }

    public ImmutableArray<PathStep> Steps { get; }

    /// <summary>The variable at the root, if it is one.</summary>
    public ISymbol? Variable => Root == PathRoot.Variable ? (ISymbol?)Identity : null;

    /// <summary>The member that the path ends in: for a lock, its class.</summary>
    public ISymbol? LastMember
    {
        get
        {
            for (var i = Steps.Length - 1; i >= 0; i--)
            {
                if (Steps[i].Member is { } member)
                    return member;
            }

            return null;
        }
    }

    /// <summary>The object whose member the path ends in; null: it ends in a static member, or in no member at all.</summary>
    public AccessPath? Owner => Steps.IsEmpty || (Root == PathRoot.Static && Steps.Length == 1) ? null : new(Root, Identity, Steps.RemoveAt(Steps.Length - 1));

    private object? Identity { get; }

    public static AccessPath Of(ISymbol variable) => new(PathRoot.Variable, variable, []);

    public static AccessPath OfStatic(ISymbol member) => new(PathRoot.Static, null, [new PathStep(member)]);

    public static AccessPath Opaque(object identity) => new(PathRoot.Opaque, identity, []);

    public AccessPath Member(ISymbol member) => new(Root, Identity, Steps.Add(new PathStep(member)));

    public AccessPath Element(string? index) => new(Root, Identity, Steps.Add(new PathStep(null, index ?? "?")));

    /// <summary>On from here, by the same steps.</summary>
    public AccessPath Follow(ImmutableArray<PathStep> steps) => steps.IsEmpty ? this : new(Root, Identity, Steps.AddRange(steps));

    /// <summary>Only the first steps.</summary>
    public AccessPath Cut(int steps) => new(Root, Identity, Steps.RemoveRange(steps, Steps.Length - steps));

    /// <summary>The other path is this one, or leads on from it.</summary>
    public bool IsPrefixOf(AccessPath other)
    {
        if (Root != other.Root || Steps.Length > other.Steps.Length || !SameIdentity(other))
            return false;
        for (var i = 0; i < Steps.Length; i++)
        {
            if (!Steps[i].Equals(other.Steps[i]))
                return false;
        }

        return true;
    }

    public bool Equals(AccessPath? other) => other is not null && Steps.Length == other.Steps.Length && IsPrefixOf(other);

    public override bool Equals(object? obj) => Equals(obj as AccessPath);

    public override int GetHashCode()
    {
        var hash = (int)Root;
        if (Identity is ISymbol symbol)
            hash = (hash * 31) + SymbolEqualityComparer.Default.GetHashCode(symbol);
        foreach (var step in Steps)
            hash = (hash * 31) + step.GetHashCode();
        return hash;
    }

    /// <summary>As a person would write it. For messages only.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (Root == PathRoot.Variable)
            text.Append(Variable!.Name);
        else if (Root == PathRoot.This && Steps.IsEmpty)
            text.Append("this");
        else if (Root == PathRoot.Static && Steps[0].Member?.ContainingType is { } type)
            text.Append(type.Name);
        foreach (var step in Steps)
        {
            if (step.Member is null)
                text.Append('[').Append(step.Index).Append(']');
            else
                text.Append(text.Length > 0 ? "." : "").Append(step.Member.Name);
        }

        return text.ToString();
    }

    private bool SameIdentity(AccessPath other) => Identity is ISymbol mine
        ? SymbolEqualityComparer.Default.Equals(mine, other.Identity as ISymbol)
        : Equals(Identity, other.Identity);
}
