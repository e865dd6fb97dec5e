using System;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

/// <summary>
/// A piece of code that runs at one go: what a method does itself, a piece of work that it starts, a delegate that it makes for somebody to
/// call some time. Nodes of the call graph.
/// </summary>
/// <param name="method">The method, as it is declared.</param>
/// <param name="part">Null: its own code. The <c>SpawnSite</c> of work that it starts. The syntax of a function that it gives away.</param>
internal readonly struct FunctionKey(IMethodSymbol method, object? part = null) : IEquatable<FunctionKey>
{
    public IMethodSymbol Method { get; } = method;

    public object? Part { get; } = part;

    public bool Equals(FunctionKey other) => ReferenceEquals(Part, other.Part) && SymbolEqualityComparer.Default.Equals(Method, other.Method);

    public override bool Equals(object? obj) => obj is FunctionKey other && Equals(other);

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Method) ^ (Part?.GetHashCode() ?? 0);
}
