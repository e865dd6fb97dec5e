using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

internal sealed partial class RegionInterpreter
{
    /// <summary>A delegate leads to everything that it captures.</summary>
    private int Closure(IMethodSymbol made, SyntaxNode at)
    {
        var result = Nowhere;
        foreach (var variable in model.Closures.UsedBy(made))
        {
            if (!model.Counts(TypeOf(variable)))
                continue;
            var place = model.Places.Of(AccessPath.Of(variable));
            Use(place, at);
            result = result == Nowhere ? Join(Anew(Nowhere, at), place, at) : Join(result, place, at);
        }

        return result;
    }

    private FunctionBody? BodyInSight(IInvocationOperation call) => call.TargetMethod.MethodKind switch
    {
        MethodKind.LocalFunction => model.Functions.Find(call.TargetMethod.OriginalDefinition),
        MethodKind.DelegateInvoke => model.Functions.Resolve(call.Instance, function.Captures).Body,
        _ => null,
    };

    /// <summary>What is gone before the call is said at the call, not in the function.</summary>
    private int RunInSight(IInvocationOperation call, FunctionBody body, int[] values)
    {
        var announced = ImmutableArray<Departure>.Empty;
        foreach (var variable in body.Symbol is { } symbol ? model.Closures.UsedBy(symbol) : [])
        {
            var place = model.Places.Of(AccessPath.Of(variable));
            if (_state.DepartureOf(place) is not { } departure)
                continue;
            Use(place, call.Syntax);
            if (model.Announced.Add(departure))
                announced = announced.Add(departure);
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (call.Arguments[i].Parameter is { } parameter && body.Symbol is { } called && parameter.Ordinal < called.Parameters.Length && model.Counts(parameter.Type))
                Assign(model.Places.Of(AccessPath.Of(called.Parameters[parameter.Ordinal])), values[i]);
        }

        RunOnce(body);
        foreach (var departure in announced)
            model.Announced.Remove(departure);
        return model.Counts(call.Type) ? model.Places.Of(AccessPath.Opaque(ResultOf(body))) : Nowhere;
    }

    /// <summary>Runs the delegates among the arguments. What those give that are called before the call returns.</summary>
    private int RunDelegates(ImmutableArray<IArgumentOperation> arguments, int result, IOperation call)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter)
                continue;
            if (argument is { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } several } })
            {
                foreach (var value in several.ElementValues)
                    RunDelegate(value, parameter);
            }
            else if (RunDelegate(argument.Value, parameter) is { } body && model.Counts(call.Type) && model.Counts(body.Symbol?.ReturnType))
            {
                result = Join(Anew(result, call.Syntax), model.Places.Of(AccessPath.Opaque(ResultOf(body))), call.Syntax);
            }
        }

        return result;
    }

    private FunctionBody? RunDelegate(IOperation value, IParameterSymbol parameter)
    {
        if (value.Type?.TypeKind != TypeKind.Delegate || model.Functions.Resolve(value, function.Captures).Body is not { } body)
            return null;
        if (ContentOf(parameter, body) is { } content)
        {
            model.Contents.Add(content);
            var place = model.Places.Of(AccessPath.Of(content));
            Renew(place);
            RunOnce(body);
            Release(place, place, value.Syntax);
            return null;
        }
        else if (SpawnCatalog.Of(parameter) is { } spawn)
        {
            Run(body, spawn.IsRepeated, isCertain: true);
        }
        else if (InstantDelegates.IsInstant(parameter))
        {
            Run(body, !parameter.ContainingType.Is("Threads", "Fearless"), isCertain: true);
        }
        else
        {
            Run(body, isRepeated: false, isCertain: false);
            return null;
        }

        return body;
    }

    /// <summary>The parameter that stands for what the lock protects.</summary>
    private static IParameterSymbol? ContentOf(IParameterSymbol parameter, FunctionBody body) =>
        parameter.ContainingType is { Name: "Mutex" or "RwLock" or "AsyncMutex" or "AsyncRwLock" } owner && (owner.ContainingNamespace.IsNamed("Fearless") || owner.ContainingNamespace.IsNamed("Fearless.Async"))
        && body.Symbol is { Parameters: { Length: > 0 } parameters } ? parameters[0] : null;

    private void Run(FunctionBody body, bool isRepeated, bool isCertain)
    {
        var before = _state;
        RunOnce(body);
        if (isRepeated)
        {
            _state = RegionLattice.Instance.Join(before, _state);
            RunOnce(body);
        }

        if (!isCertain)
            _state = RegionLattice.Instance.Join(before, _state);
    }

    private void RunOnce(FunctionBody body)
    {
        model.MarkReached(body);
        if (RegionAnalysis.Run(model, body, _state, records) is { Exit: { } exit })
            _state = exit;
    }
}
