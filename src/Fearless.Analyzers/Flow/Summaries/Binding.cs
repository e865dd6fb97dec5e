using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>What a callee's <c>this</c> and parameters are for the caller: its locks get the caller's names.</summary>
internal sealed class Binding(AccessPath? self, ImmutableArray<AccessPath?> arguments)
{
    public static Binding Of(IOperation call, Func<IOperation?, AccessPath?> resolve)
    {
        switch (call)
        {
            case IInvocationOperation invocation:
                var arguments = new AccessPath?[invocation.TargetMethod.Parameters.Length];
                foreach (var argument in invocation.Arguments)
                {
                    if (argument.Parameter is { } parameter && parameter.Ordinal < arguments.Length)
                        arguments[parameter.Ordinal] = resolve(argument.Value);
                }

                return new Binding(SelfOf(invocation.TargetMethod, resolve(invocation.Instance), arguments), ImmutableArray.Create(arguments));
            case IObjectCreationOperation { Constructor: { } constructor } creation:
                var given = new AccessPath?[constructor.Parameters.Length];
                foreach (var argument in creation.Arguments)
                {
                    if (argument.Parameter is { } parameter && parameter.Ordinal < given.Length)
                        given[parameter.Ordinal] = resolve(argument.Value);
                }

                return new Binding(null, ImmutableArray.Create(given));
            case IPropertyReferenceOperation property:
                return new Binding(resolve(property.Instance), []);
            default:
                return new Binding(null, []);
        }
    }

    public static Binding Of(CallShape call, Func<IOperation?, AccessPath?> resolve)
    {
        var given = new AccessPath?[call.Method.Parameters.Length];
        foreach (var argument in call.Arguments)
        {
            if (argument.Parameter.Ordinal < given.Length)
                given[argument.Parameter.Ordinal] = resolve(argument.Value);
        }

        return new Binding(SelfOf(call.Method, resolve(call.Receiver), given), ImmutableArray.Create(given));
    }

    public AccessPath? Self { get; } = self;

    /// <summary>A static helper may have its object in a parameter.</summary>
    private static AccessPath? SelfOf(IMethodSymbol method, AccessPath? receiver, AccessPath?[] arguments)
    {
        if (!method.IsStatic)
            return receiver;
        foreach (var parameter in method.OriginalDefinition.Parameters)
        {
            if (parameter.Ordinal < arguments.Length && ThisParameter.Is(parameter))
                return arguments[parameter.Ordinal];
        }

        return null;
    }

    /// <summary>Null: the caller has no name for it.</summary>
    public AccessPath? Translate(AccessPath? path) => path switch
    {
        null => null,
        { Root: PathRoot.Static } => path,
        { Root: PathRoot.This } => Self?.Follow(path.Steps),
        { Variable: IParameterSymbol parameter } when parameter.Ordinal < arguments.Length => arguments[parameter.Ordinal]?.Follow(path.Steps),
        _ => null,
    };
}
