namespace Fearless.Analyzers.Flow;

/// <summary>What may have been moved on one of the paths.</summary>
internal sealed class MoveLattice : ILattice<MoveState>
{
    public static readonly MoveLattice Instance = new();

    public MoveState Join(MoveState left, MoveState right) => left.Join(right);

    public bool AreEqual(MoveState left, MoveState right) => left.Equals(right);
}
