using System;

namespace Fearless;

/// <summary>The type or member may be used only on one named thread, such as "ui". A method so marked runs there; calling across names is an error.</summary>
/// <param name="thread">The name of the thread, such as "ui".</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Constructor | AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Event | AttributeTargets.Parameter)]
public sealed class ThreadAffineAttribute(string thread) : Attribute
{
    /// <summary>The name of the thread, such as "ui".</summary>
    public string Thread { get; } = thread;
}
