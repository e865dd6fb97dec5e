namespace Fearless.Analyzers.Sharing;

/// <summary>A read that goes by what an earlier one said.</summary>
/// <param name="use">The read that may fail.</param>
/// <param name="test">What was asked before.</param>
/// <param name="change">What another thread may do in between.</param>
/// <param name="isMeasured">Its length was asked, and not whether it is there.</param>
internal sealed class StaleRead(StorageAccess use, StorageAccess test, StorageAccess change, bool isMeasured)
{
    public StorageAccess Use { get; } = use;

    public StorageAccess Test { get; } = test;

    public StorageAccess Change { get; } = change;

    public bool IsMeasured { get; } = isMeasured;
}
