using System;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>
/// A lock as seen from the object whose field is accessed: <c>_gate</c> of the same object, the object itself, or a static. Two accesses
/// through different names of objects are guarded alike if each holds the lock of its own object.
/// </summary>
internal sealed class LockName(bool isStatic, ImmutableArray<PathStep> steps) : IEquatable<LockName>
{
    /// <summary>Null: a lock of some other object.</summary>
    public static LockName? Relative(AccessPath held, AccessPath access)
    {
        if (held.Root == PathRoot.Static)
            return new LockName(true, held.Steps);
        var owner = access.Steps.Length - 1;
        if (held.Root != access.Root || held.Root == PathRoot.Opaque || held.Steps.Length < owner
            || !SymbolEqualityComparer.Default.Equals(held.Variable, access.Variable))
        {
            return null;
        }

        for (var i = 0; i < owner; i++)
        {
            if (!held.Steps[i].Equals(access.Steps[i]))
                return null;
        }

        return new LockName(false, held.Steps.RemoveRange(0, owner));
    }

    public bool Equals(LockName? other)
    {
        if (other is null || isStatic != other.IsStatic || steps.Length != other.Steps.Length)
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

    private bool IsStatic => isStatic;

    private ImmutableArray<PathStep> Steps => steps;
}
