using System;

namespace Fearless;

/// <summary>The type is tied to the thread that made it, whatever its fields say (Rust's <c>impl !Send</c>).</summary>
/// <param name="reason">Why, in words for the person who meets the finding.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface)]
public sealed class NotSendAttribute(string? reason = null) : Attribute
{
    /// <summary>Why, in words for the person who meets the finding.</summary>
    public string? Reason { get; } = reason;
}
