using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Program;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>The facts of each outermost type, computed once per compilation for whoever asks first.</summary>
internal sealed class TypeFactsCache
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, TypeStructure?> _structures = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, TypeFacts?> _facts = new(SymbolEqualityComparer.Default);

    private readonly NameUses _names;
    private readonly Makers _makers;

    private readonly ConcurrentDictionary<INamedTypeSymbol, TypeTraits> _traits = new(SymbolEqualityComparer.Default);

    private readonly BodyFactsCache _bodies;

    public TypeFactsCache(Compilation compilation, BodyFactsCache bodies, TypeCatalog catalog)
    {
        Compilation = compilation;
        _bodies = bodies;
        _names = new NameUses(compilation);
        _makers = new Makers(compilation, _names);
        Program = new ProgramFacts(compilation, catalog, _names);
    }

    public Compilation Compilation { get; }

    /// <summary>What is known of a type's callers from outside of it.</summary>
    public ProgramFacts Program { get; }

    public TypeTraits TraitsOf(INamedTypeSymbol outermost, CancellationToken cancellation)
    {
        if (!_traits.TryGetValue(outermost, out var traits))
        {
            traits = TypeTraitsReader.Read(outermost, cancellation);

            // What a base does under its lock, or atomically, is done by what derives from it as well.
            if (outermost.BaseType is { SpecialType: SpecialType.None, DeclaringSyntaxReferences.IsEmpty: false } parent)
                traits |= TraitsOf(MemberShape.Outermost(parent).OriginalDefinition, cancellation) & (TypeTraits.Locks | TypeTraits.Atomics | TypeTraits.Contracts);

            // Other types, or a framework, start the work that comes to it.
            if ((traits & TypeTraits.Work) == 0 && Program.SpeakOf(outermost))
                traits |= TypeTraits.Work;
            _traits.TryAdd(outermost, traits);
        }

        return traits;
    }

    /// <summary>Null: some of the type's source is not here.</summary>
    public TypeFacts? Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        var outermost = MemberShape.Outermost(type).OriginalDefinition;
        if (_facts.TryGetValue(outermost, out var facts))
            return facts;
        if (StructureOf(outermost, cancellation) is { } structure)
            facts = new TypeFacts(structure);
        return _facts.GetOrAdd(outermost, facts);
    }

    private TypeStructure? StructureOf(INamedTypeSymbol outermost, CancellationToken cancellation)
    {
        if (_structures.TryGetValue(outermost, out var structure))
            return structure;
        if (!outermost.DeclaringSyntaxReferences.IsEmpty && MemberBodies.Read(outermost, Compilation, _bodies, cancellation) is { } read)
            structure = new TypeStructure(Compilation, outermost, read, type => StructureOf(MemberShape.Outermost(type).OriginalDefinition, CancellationToken.None), _names, _makers, Program);
        return _structures.GetOrAdd(outermost, structure);
    }
}
