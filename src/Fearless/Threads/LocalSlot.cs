namespace Fearless;

/// <summary>One thread's value of one key.</summary>
internal abstract class LocalSlot
{
    /// <summary>Disposes the value; afterwards the key has none on this thread.</summary>
    internal abstract void Drop();
}
