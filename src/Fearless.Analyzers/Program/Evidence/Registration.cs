using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

/// <summary>A place where the program says how many users an object of a type has: <c>services.AddSingleton&lt;Cart&gt;()</c>.</summary>
internal sealed class Registration(INamedTypeSymbol type, bool isShared, SyntaxNode place)
{
    /// <summary>What is made, not the interface that it is asked for by.</summary>
    public INamedTypeSymbol Type { get; } = type;

    /// <summary>One object serves all of the program; otherwise each request or scope has one of its own.</summary>
    public bool IsShared { get; } = isShared;

    public SyntaxNode Place { get; } = place;
}
