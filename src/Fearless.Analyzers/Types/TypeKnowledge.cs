using System.Collections.Concurrent;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>Everything about the types of one compilation: the way in for rules of all areas.</summary>
internal sealed class TypeKnowledge
{
    private readonly ConcurrentDictionary<ITypeParameterSymbol, Bounds> _bounds = new(SymbolEqualityComparer.Default);
    private readonly TypeSolver _solver;

    private TypeKnowledge(TypeSolver solver, bool hasMarkers)
    {
        _solver = solver;
        HasMarkers = hasMarkers;
    }

    /// <summary>The program can see the markers at all; without them nothing has opted in.</summary>
    public bool HasMarkers { get; }

    public MarkerTable Markers => _solver.Derivation.Markers;

    public TypeCatalog Catalog => _solver.Derivation.Catalog;

    public IFieldAccessOracle Accesses => _solver.Derivation.Accesses;

    public Derivation Derivation => _solver.Derivation;

    public static TypeKnowledge Create(Compilation compilation, ImmutableArray<AdditionalText> files)
    {
        var (catalog, failures) = (new TypeCatalog(files), new Failures());
        return Create(compilation, catalog, new BodyAccessOracle(new TypeFactsCache(compilation, new BodyFactsCache(new MethodSummaries(compilation, catalog, failures), failures), catalog)));
    }

    public static TypeKnowledge Create(Compilation compilation, TypeCatalog catalog, IFieldAccessOracle accesses) =>
        new(
            new TypeSolver(new Derivation(compilation, new MarkerTable(), catalog, accesses)),
            !compilation.GetTypesByMetadataName("Fearless.SendAttribute").IsEmpty);

    public Verdict Judge(ITypeSymbol type, Trait trait, bool isExact = false) => _solver.Judge(new Question(type, trait, isExact));

    /// <summary>What a type parameter asks of its arguments; read once for each.</summary>
    public Bounds BoundsOf(ITypeParameterSymbol parameter) => _bounds.GetOrAdd(parameter.OriginalDefinition, static definition => Bounds.Demanded(definition));

    public Verdict Judge(Question question) => _solver.Judge(question);

    /// <summary>Null: the answer is yes.</summary>
    public Explanation? Explain(Question question) => Explainer.Explain(_solver, question);

    public Explanation? Explain(ITypeSymbol type, Trait trait, bool isExact = false) => Explain(new Question(type, trait, isExact));
}
