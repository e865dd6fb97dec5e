using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// A call, the read or write of a property, or the making of an object: what it does to the objects that it is given is for those to say
/// who know the method.
/// </summary>
/// <param name="method">The method, accessor or constructor.</param>
/// <param name="receiver">The object that it is called on, if a name leads there.</param>
/// <param name="receiverType">Its type, as far as that is in sight.</param>
/// <param name="arguments">The objects that it is given, where names lead to them.</param>
/// <param name="point">Where, in whose work, and what holds there; its path means nothing.</param>
/// <param name="shape">The call as the code has it.</param>
/// <param name="paths">How the code around it names objects.</param>
/// <param name="isRest">Only what an async method does after its first suspension, with what it was given.</param>
internal sealed class ObjectCall(
    IMethodSymbol method, AccessPath? receiver, ITypeSymbol? receiverType, ImmutableArray<GivenObject> arguments, AccessFact point, CallShape shape, PathResolver paths,
    bool isRest = false)
{
    private Binding? _binding;

    public CallShape Shape { get; } = shape;

    /// <summary>
    /// What the callee's own names are for the caller. More generous than <see cref="Receiver"/> and <see cref="Arguments"/>: a local that was
    /// given a member's value is another name for the member.
    /// </summary>
    public Binding Binding => _binding ??= Binding.Of(Shape, paths.Resolve);

    /// <summary>Names objects as the code around the call does.</summary>
    public AccessPath? NameOf(IOperation? value) => paths.Resolve(value);

    public bool IsRest { get; } = isRest;

    public IMethodSymbol Method { get; } = method;

    public AccessPath? Receiver { get; } = receiver;

    public ITypeSymbol? ReceiverType { get; } = receiverType;

    public ImmutableArray<GivenObject> Arguments { get; } = arguments;

    public AccessFact Point { get; } = point;

    /// <summary>Numbers among the arguments may say which part of a buffer the call is about.</summary>
    public bool HasNumbers
    {
        get
        {
            foreach (var parameter in Method.Parameters)
            {
                if (parameter.Type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } or { Name: "Range" or "Index" })
                    return true;
            }

            return false;
        }
    }
}

/// <summary>An argument whose object has a name.</summary>
internal readonly struct GivenObject(IParameterSymbol parameter, AccessPath path, ITypeSymbol type)
{
    public IParameterSymbol Parameter { get; } = parameter;

    public AccessPath Path { get; } = path;

    public ITypeSymbol Type { get; } = type;
}
