namespace Fearless.Analyzers.Flow;

/// <summary>
/// A join semi-lattice. <see cref="Join"/> is commutative, associative and idempotent, and an ascending chain ends:
/// the engine stops because of it. What no path reaches is <c>null</c> to the engine and never gets here.
/// </summary>
internal interface ILattice<T>
{
    T Join(T left, T right);

    bool AreEqual(T left, T right);
}
