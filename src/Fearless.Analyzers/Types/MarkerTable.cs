using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>The markers of types, read once each, with those that they inherit.</summary>
internal sealed class MarkerTable
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, Marks> _own = new(SymbolEqualityComparer.Default);

    public Marks Own(INamedTypeSymbol type) => _own.GetOrAdd(type.OriginalDefinition, static definition => TypeMarkers.Of(definition));

    /// <summary>
    /// [Send] and [Sync] of bases and interfaces, which hold for what derives from them and are checked there. An interface that must not
    /// cross keeps its implementations from it. An assumption is about one declaration and is not inherited.
    /// </summary>
    public Marks Inherited(INamedTypeSymbol type)
    {
        var marks = Marks.None;
        for (var current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            marks |= Own(current) & (Marks.Send | Marks.Sync);
        foreach (var implemented in type.AllInterfaces)
            marks |= Own(implemented) & (Marks.Send | Marks.Sync | Marks.NotSend | Marks.NotSync | Marks.ThreadAffine);
        return marks;
    }

    /// <summary>The base or interface that a mark comes from.</summary>
    public INamedTypeSymbol? SourceOf(INamedTypeSymbol type, Marks mark)
    {
        for (var current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            if ((Own(current) & mark) != 0)
                return current;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if ((Own(implemented) & mark) != 0)
                return implemented;
        }

        return null;
    }
}
