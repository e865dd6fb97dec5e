using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>A type argument that is not what its parameter's marker asks for.</summary>
internal readonly struct UnmetBound(int index, ITypeParameterSymbol parameter, ITypeSymbol argument, Explanation explanation)
{
    public int Index { get; } = index;

    public ITypeParameterSymbol Parameter { get; } = parameter;

    public ITypeSymbol Argument { get; } = argument;

    public Explanation Explanation { get; } = explanation;

    /// <summary>The type parameter of the code around it that would have to be marked for the argument to fit.</summary>
    public ITypeParameterSymbol? Unbound =>
        Explanation.Cause is { Kind: CauseKind.TypeParameter, Subject: ITypeParameterSymbol parameter } && parameter.Locations.Length > 0 && parameter.Locations[0].IsInSource
            ? parameter
            : null;
}
