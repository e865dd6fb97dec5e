using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

internal enum LinkKind
{
    /// <summary>A field, auto-property, event or captured parameter.</summary>
    Field,

    Base,

    /// <summary>An element of an array or tuple, a type argument, the value of a nullable.</summary>
    Part,
}

/// <summary>One step of a chain of reasons: from a type to something that it consists of.</summary>
internal sealed class Link(LinkKind kind, ISymbol symbol, ITypeSymbol type)
{
    public LinkKind Kind { get; } = kind;

    /// <summary>The field, or the type that the step leads to.</summary>
    public ISymbol Symbol { get; } = symbol;

    public ITypeSymbol Type { get; } = type;
}
