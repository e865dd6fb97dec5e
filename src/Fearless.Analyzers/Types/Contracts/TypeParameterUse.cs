using System;
using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>A place where a type parameter without a bound is handed to another thread, or to a parameter that has one.</summary>
internal sealed class TypeParameterUse(ITypeParameterSymbol parameter, Trait trait, string reason, SyntaxNode use)
{
    public ITypeParameterSymbol Parameter { get; } = parameter;

    public Trait Trait { get; } = trait;

    public string Reason { get; } = reason;

    public SyntaxNode Use { get; } = use;

    /// <summary>Each type counts what it declares, itself or in a method: a live rule reports on the type that it was called for.</summary>
    public static void Add(ITypeParameterSymbol parameter, Trait trait, string reason, SyntaxNode use, INamedTypeSymbol type, ConcurrentBag<TypeParameterUse> uses)
    {
        var owner = parameter.DeclaringType ?? parameter.DeclaringMethod?.ContainingType;
        if (SymbolEqualityComparer.Default.Equals(owner?.OriginalDefinition, type))
            uses.Add(new TypeParameterUse(parameter.OriginalDefinition, trait == Trait.Sync ? Trait.Sync : Trait.Send, reason, use));
    }

    public static int Compare(TypeParameterUse left, TypeParameterUse right)
    {
        var byFile = string.CompareOrdinal(left.Use.SyntaxTree.FilePath, right.Use.SyntaxTree.FilePath);
        return byFile != 0 ? byFile
            : left.Use.SpanStart != right.Use.SpanStart ? left.Use.SpanStart.CompareTo(right.Use.SpanStart)
            : string.Compare(left.Parameter.Name, right.Parameter.Name, StringComparison.Ordinal);
    }
}
