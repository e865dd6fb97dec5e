using System;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// What a body's syntax alone says it may contain. Decides, before anything is bound or any graph is built, whether the engine runs:
/// most bodies have none of it and cost a walk over their nodes.
/// </summary>
[Flags]
internal enum BodyTraits
{
    None = 0,

    /// <summary>A lambda, anonymous method or local function.</summary>
    Functions = 1,

    /// <summary>A lock statement, or a call of that name.</summary>
    Locks = 2,

    /// <summary>A call or creation with a name that starts work; also where the work is no lambda.</summary>
    Spawns = 4,
}
