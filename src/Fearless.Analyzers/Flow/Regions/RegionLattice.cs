namespace Fearless.Analyzers.Flow;

/// <summary>What may lead to one another, and what may have left, on one of the paths.</summary>
internal sealed class RegionLattice : ILattice<RegionState>
{
    public static readonly RegionLattice Instance = new();

    public RegionState Join(RegionState left, RegionState right) => left.Join(right);

    public bool AreEqual(RegionState left, RegionState right) => left.Equals(right);
}
