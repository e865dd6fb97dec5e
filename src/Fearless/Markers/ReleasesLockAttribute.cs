using System;
using System.Collections.Generic;

namespace Fearless;

/// <summary>The member releases the named locks (a hand-written wrapper of Exit).</summary>
/// <param name="locks">The names of the locks, as they are seen from the marked member.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ReleasesLockAttribute(params string[] locks) : Attribute
{
    /// <summary>The names of the locks, as they are seen from the marked member.</summary>
    public IReadOnlyList<string> Locks { get; } = locks;

    /// <summary>Holding the locks for reading is enough.</summary>
    public bool Shared { get; set; }
}
