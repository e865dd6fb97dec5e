using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>A condition over variables and fields, by what it says: two of the same text about the same symbols have the same outcome.</summary>
internal sealed class ConditionKey(string text, ImmutableArray<ISymbol> symbols) : IEquatable<ConditionKey>
{
    private readonly string _text = text;

    public ImmutableArray<ISymbol> Symbols { get; } = symbols;

    public bool Mentions(ISymbol symbol)
    {
        foreach (var other in Symbols)
        {
            if (SymbolEqualityComparer.Default.Equals(symbol, other))
                return true;
        }

        return false;
    }

    public bool Equals(ConditionKey? other)
    {
        if (other is null || _text != other._text || Symbols.Length != other.Symbols.Length)
            return false;
        for (var i = 0; i < Symbols.Length; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(Symbols[i], other.Symbols[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as ConditionKey);

    public override int GetHashCode() => _text.GetHashCode();
}
