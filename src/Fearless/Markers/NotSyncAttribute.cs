using System;

namespace Fearless;

/// <summary>The type must not be used by two threads at once, whatever its fields say (Rust's <c>impl !Sync</c>).</summary>
/// <param name="reason">Why, in words for the person who meets the finding.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class NotSyncAttribute(string? reason = null) : Attribute
{
    /// <summary>Why, in words for the person who meets the finding.</summary>
    public string? Reason { get; } = reason;
}
