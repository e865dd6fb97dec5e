namespace Fearless.Analyzers.Flow;

/// <summary>May-facts are united, must-facts intersected.</summary>
internal sealed class FlowStateLattice : ILattice<FlowState>
{
    public static readonly FlowStateLattice Instance = new();

    public FlowState Join(FlowState left, FlowState right) => ReferenceEquals(left, right)
        ? left
        : new FlowState(
            left.Locks.Join(right.Locks), left.Running | right.Running, left.Waited.Intersect(right.Waited), left.Suspended || right.Suspended);

    public bool AreEqual(FlowState left, FlowState right) => left.Equals(right);
}
