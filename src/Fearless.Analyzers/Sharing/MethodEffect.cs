using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>What a method does to its object, to which members of it, and where first.</summary>
internal sealed class MethodEffect(ObjectEffect effect, SyntaxNode? site, ImmutableHashSet<ISymbol> written, ImmutableHashSet<ISymbol> read)
{
    private static readonly ImmutableHashSet<ISymbol> _nothing = ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default);

    private readonly ImmutableHashSet<ISymbol> _written = written;

    public static readonly MethodEffect None = new(ObjectEffect.None, null, _nothing, _nothing);
    public static readonly MethodEffect Unknown = new(ObjectEffect.Passed, null, _nothing, _nothing);

    public ObjectEffect Effect { get; } = effect;

    public SyntaxNode? Site { get; } = site;

    /// <summary>The members that it reads or writes.</summary>
    public ImmutableHashSet<ISymbol> Touched { get; } = written.Union(read);

    /// <summary>Two calls that touch different members, or only read, do not get in each other's way. Of what is not in sight, nobody can say so.</summary>
    public bool ConflictsWith(MethodEffect other) => this == Unknown || other == Unknown || _written.Overlaps(other.Touched) || other._written.Overlaps(Touched);

    /// <summary>Both, one after the other.</summary>
    public MethodEffect And(MethodEffect later)
    {
        var isWrite = Effect == ObjectEffect.Write || (later.Effect != ObjectEffect.Write && Effect == ObjectEffect.Read);
        var first = Effect == later.Effect ? Earlier(this, later) : isWrite || later.Effect is ObjectEffect.None or ObjectEffect.Passed ? this : later;
        return new MethodEffect(first.Effect, first.Site, _written.Union(later._written), Touched.Union(later.Touched));
    }

    public static MethodEffect Of(ObjectEffect effect, ISymbol member, SyntaxNode site) =>
        effect == ObjectEffect.Write ? new MethodEffect(effect, site, _nothing.Add(member), _nothing) : new MethodEffect(ObjectEffect.Read, site, _nothing, _nothing.Add(member));

    private static MethodEffect Earlier(MethodEffect one, MethodEffect other) =>
        one.Site is { } mine && other.Site is { } its && Touches.Compare(mine, its) > 0 ? other : one;
}
