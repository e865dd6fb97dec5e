using System;
using System.Collections.Immutable;
using System.Text;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

internal enum LockScope
{
    /// <summary>A lock of the object whose member is accessed, or the object itself.</summary>
    Own,

    /// <summary>A static lock.</summary>
    Static,

    /// <summary>A lock of the object whose code makes the access: a list and its nodes.</summary>
    Outer,
}

/// <summary>
/// A lock as seen from the object whose field is accessed. Two accesses through different names of objects are guarded alike if each holds
/// the lock of its own object.
/// </summary>
internal sealed class LockName(LockScope scope, ImmutableArray<PathStep> steps) : IEquatable<LockName>
{
    public LockScope Scope => scope;

    public ImmutableArray<PathStep> Steps => steps;

    /// <summary>The field that holds the lock; null: the object itself.</summary>
    public ISymbol? LockClass => steps.IsEmpty ? null : steps[steps.Length - 1].Member;

    /// <summary>Null: a lock of some other object.</summary>
    public static LockName? Relative(AccessPath held, AccessPath access)
    {
        if (held.Root == PathRoot.Static)
            return new LockName(LockScope.Static, held.Steps);
        if (IsOfOwner(held, access))
            return new LockName(LockScope.Own, held.Steps.RemoveRange(0, access.Steps.Length - 1));
        return held.Root == PathRoot.This ? new LockName(LockScope.Outer, held.Steps) : null;
    }

    public bool Equals(LockName? other)
    {
        if (other is null || scope != other.Scope || steps.Length != other.Steps.Length)
            return false;
        for (var i = 0; i < steps.Length; i++)
        {
            if (!steps[i].Equals(other.Steps[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as LockName);

    public override int GetHashCode() => steps.Length == 0 ? 1 : steps[steps.Length - 1].GetHashCode();

    /// <summary>For messages.</summary>
    public override string ToString()
    {
        if (steps.IsEmpty)
            return "this";
        var text = new StringBuilder();
        if (scope == LockScope.Static && steps[0].Member?.ContainingType is { } type)
            text.Append(type.Name).Append('.');
        for (var i = 0; i < steps.Length; i++)
        {
            if (i > 0 && steps[i].Member is not null)
                text.Append('.');
            text.Append(steps[i].Member?.Name ?? $"[{steps[i].Index}]");
        }

        return text.ToString();
    }

    private static bool IsOfOwner(AccessPath held, AccessPath access)
    {
        var owner = access.Steps.Length - 1;
        if (owner < 0 || held.Root != access.Root || held.Root == PathRoot.Opaque || held.Steps.Length < owner
            || !SymbolEqualityComparer.Default.Equals(held.Variable, access.Variable))
        {
            return false;
        }

        for (var i = 0; i < owner; i++)
        {
            if (!held.Steps[i].Equals(access.Steps[i]))
                return false;
        }

        return true;
    }
}
