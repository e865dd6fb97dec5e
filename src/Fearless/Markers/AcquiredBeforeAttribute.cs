using System;
using System.Collections.Generic;

namespace Fearless;

/// <summary>Declares the order of two lock fields: this one is taken before the named ones ("Type.Field" for another type).</summary>
/// <param name="locks">The names of the locks, as they are seen from the marked member.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property, AllowMultiple = true)]
public sealed class AcquiredBeforeAttribute(params string[] locks) : Attribute
{
    /// <summary>The names of the locks, as they are seen from the marked member.</summary>
    public IReadOnlyList<string> Locks { get; } = locks;
}
