using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>What a method does to its object, to which members of it, and where first.</summary>
internal sealed class MethodEffect
{
    private static readonly ImmutableHashSet<ISymbol> _nothing = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);

    private readonly ImmutableHashSet<ISymbol> _written;

    // Under a lock of the object's own: fine beside whoever holds it as well, and not beside others.
    private readonly ImmutableHashSet<ISymbol> _lockedWrites;

    private MethodEffect(ObjectEffect effect, SyntaxNode? site, ImmutableHashSet<ISymbol> written, ImmutableHashSet<ISymbol> read, ImmutableHashSet<ISymbol> lockedWrites)
    {
        Effect = effect;
        Site = site;
        _written = written;
        _lockedWrites = lockedWrites;
        Touched = written.Union(read);
    }

    public static readonly MethodEffect None = new(ObjectEffect.None, null, _nothing, _nothing, _nothing);
    public static readonly MethodEffect Unknown = new(ObjectEffect.Passed, null, _nothing, _nothing, _nothing);

    public ObjectEffect Effect { get; }

    public SyntaxNode? Site { get; }

    /// <summary>The members that it stores to or changes, neither in one step nor under a lock of the object.</summary>
    public ImmutableHashSet<ISymbol> Written => _written;

    /// <summary>The members that it reads or writes, and holds no lock of the object for it.</summary>
    public ImmutableHashSet<ISymbol> Touched { get; }

    /// <summary>Two calls that touch different members, or only read, do not get in each other's way. Of what is not in sight, nobody can say so.</summary>
    public bool ConflictsWith(MethodEffect other) => this == Unknown || other == Unknown || ChangesWhatIsTouchedBy(other) || other.ChangesWhatIsTouchedBy(this);

    /// <summary>Both, one after the other.</summary>
    public MethodEffect And(MethodEffect later)
    {
        var isWrite = Effect == ObjectEffect.Write || (later.Effect != ObjectEffect.Write && Effect == ObjectEffect.Read);
        var first = Effect == later.Effect ? Earlier(this, later) : isWrite || later.Effect is ObjectEffect.None or ObjectEffect.Passed ? this : later;
        return new MethodEffect(first.Effect, first.Site, _written.Union(later._written), Touched.Union(later.Touched), _lockedWrites.Union(later._lockedWrites));
    }

    /// <summary>And, under a lock of the object, what another does.</summary>
    public MethodEffect AndLocked(MethodEffect other) => new(Effect, Site, _written, Touched, _lockedWrites.Union(other._written).Union(other._lockedWrites));

    public static MethodEffect Of(ObjectEffect effect, ISymbol member, SyntaxNode site) => effect == ObjectEffect.Write
        ? new MethodEffect(effect, site, _nothing.Add(member), _nothing, _nothing)
        : new MethodEffect(ObjectEffect.Read, site, _nothing, _nothing.Add(member), _nothing);

    private bool ChangesWhatIsTouchedBy(MethodEffect other) => _written.Overlaps(other.Touched) || _written.Overlaps(other._lockedWrites) || _lockedWrites.Overlaps(other.Touched);

    private static MethodEffect Earlier(MethodEffect one, MethodEffect other) =>
        one.Site is { } mine && other.Site is { } its && Touches.Compare(mine, its) > 0 ? other : one;
}
