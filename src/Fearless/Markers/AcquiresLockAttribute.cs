using System;
using System.Collections.Generic;

namespace Fearless;

/// <summary>The member returns with the named locks held (a hand-written wrapper of Enter). With a bool result: held only where it returns true. On a constructor, or a method that returns a disposable: held until the object is disposed (a scoped lock).</summary>
/// <param name="locks">The names of the locks, as they are seen from the marked member.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor, AllowMultiple = true)]
public sealed class AcquiresLockAttribute(params string[] locks) : Attribute
{
    /// <summary>The names of the locks, as they are seen from the marked member.</summary>
    public IReadOnlyList<string> Locks { get; } = locks;

    /// <summary>Holding the locks for reading is enough.</summary>
    public bool Shared { get; set; }
}
