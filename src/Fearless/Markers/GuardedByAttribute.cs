using System;
using System.Collections.Generic;

namespace Fearless;

/// <summary>The member may be touched only while the named lock is held: <c>[GuardedBy(nameof(_gate))]</c>. Several names: all of them to write, any of them to read.</summary>
/// <remarks>Covers the reference and, where its type is not Sync, the object behind it.</remarks>
/// <param name="locks">The names of the locks, as they are seen from the marked member.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class GuardedByAttribute(params string[] locks) : Attribute
{
    /// <summary>The names of the locks, as they are seen from the marked member.</summary>
    public IReadOnlyList<string> Locks { get; } = locks;
}
