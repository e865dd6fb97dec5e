using System;

namespace Fearless;

/// <summary>The delegate runs on another thread. Whatever it captures crosses over.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class SpawnedAttribute : Attribute
{
    /// <summary>The call returns only after the delegate has finished (a parallel loop).</summary>
    public bool Joined { get; set; }

    /// <summary>Several invocations of the same delegate may run at the same time (a parallel loop, a timer).</summary>
    public bool Repeated { get; set; }

    /// <summary>The delegate runs on this named thread (a dispatcher's "ui"), one invocation at a time.</summary>
    public string? Thread { get; set; }
}
