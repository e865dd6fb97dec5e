namespace Fearless.Analyzers.Types;

/// <summary>What is asked of a type.</summary>
internal enum Trait
{
    /// <summary>A value may be handed to another thread.</summary>
    Send,

    /// <summary>Several threads may use one value at the same time.</summary>
    Sync,

    /// <summary>Several threads may read one value at the same time while nobody writes: what a read lock shares out.</summary>
    Readable,

    /// <summary>Not known to be tied to a thread: what a lock can protect. Like <see cref="Send"/>, but what is not known counts as a yes.</summary>
    Movable,

    /// <summary>A number, boolean or enum of at most eight bytes, which the processor reads and writes as a whole.</summary>
    Word,
}
