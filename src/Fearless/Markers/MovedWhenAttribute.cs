using System;

namespace Fearless;

/// <summary>The argument is moved only if the call returns this result (<c>true</c>, <c>TrySendResult.Sent</c>); otherwise it is still the caller's.</summary>
/// <param name="result">The return value with which the argument is moved.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MovedWhenAttribute(object result) : Attribute
{
    /// <summary>The return value with which the argument is moved.</summary>
    public object Result { get; } = result;
}
