using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>One body of a type: a method, a constructor, an accessor.</summary>
internal sealed class MemberBody(ISymbol owner, IOperation root, BodyFacts? facts)
{
    /// <summary>The method or accessor that it belongs to.</summary>
    public ISymbol Owner { get; } = owner;

    public IOperation Root { get; } = root;

    /// <summary>Null: the body is beyond the engine, and nothing is claimed about it.</summary>
    public BodyFacts? Facts { get; } = facts;

    /// <summary>Where its variables have their values from.</summary>
    public ValueSources Sources => field ??= ValueSources.In(Root);

    public bool IsConstructor => Owner is IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor };
}
