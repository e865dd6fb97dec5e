using System;
using System.Collections.Generic;

namespace Fearless;

/// <summary>The caller must not hold the named locks: this member takes them itself.</summary>
/// <param name="locks">The names of the locks, as they are seen from the marked member.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor, AllowMultiple = true)]
public sealed class ExcludesLockAttribute(params string[] locks) : Attribute
{
    /// <summary>The names of the locks, as they are seen from the marked member.</summary>
    public IReadOnlyList<string> Locks { get; } = locks;
}
