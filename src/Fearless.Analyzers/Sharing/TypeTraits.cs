using System;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// What the words in a type's source say it may do. Decides, before anything is bound, whether facts about the type are worth their cost:
/// most types have nothing to do with threads and cost a walk over their tokens.
/// </summary>
[Flags]
internal enum TypeTraits
{
    None = 0,

    /// <summary>Takes some lock.</summary>
    Locks = 1,

    /// <summary>Starts work.</summary>
    Work = 2,

    /// <summary>Uses atomic or volatile access, or a concurrent collection.</summary>
    Atomics = 4,

    /// <summary>Has static fields that can change, or whose objects can.</summary>
    Statics = 8,

    /// <summary>Carries a marker about locks.</summary>
    Contracts = 16,

    Any = Locks | Work | Atomics | Contracts,
}
