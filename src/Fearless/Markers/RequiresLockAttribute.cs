using System;
using System.Collections.Generic;

namespace Fearless;

/// <summary>The caller must hold the named locks. Shared: holding them for reading is enough.</summary>
/// <param name="locks">The names of the locks, as they are seen from the marked member.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Constructor | AttributeTargets.Delegate, AllowMultiple = true)]
public sealed class RequiresLockAttribute(params string[] locks) : Attribute
{
    /// <summary>The names of the locks, as they are seen from the marked member.</summary>
    public IReadOnlyList<string> Locks { get; } = locks;

    /// <summary>Holding the locks for reading is enough.</summary>
    public bool Shared { get; set; }
}
