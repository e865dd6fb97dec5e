using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

internal sealed partial class RegionInterpreter
{
    public RegionState? Follow(FlowEdge edge, RegionState output)
    {
        if (edge.Kind == FlowEdgeKind.Always || !output.HasDepartures)
            return output;
        return function.Cfg.Blocks[function.Graph.Nodes[edge.Source].Block].BranchValue is { } condition
            ? output.Return(departure => departure.Result is not null && new CallOutcome(departure.Site, departure.Result, model.Variables, function.Captures).IsRefuted(condition, edge.Kind == FlowEdgeKind.WhenTrue))
            : output;
    }

    private void Use(int place, SyntaxNode at, AccessPath? name = null)
    {
        if (records && _state.DepartureOf(place) is { } departure && !model.Announced.Contains(departure))
            model.Facts.AddUse(new DepartedUse(name ?? model.Places.PathOf(place), at, departure));
    }

    private void Move(ImmutableArray<IArgumentOperation> arguments, int[] values, SyntaxNode call)
    {
        for (var i = 0; i < arguments.Length; i++)
        {
            // By reference, something new has come in its place.
            if (values[i] == Nowhere || arguments[i].Parameter is not { RefKind: not RefKind.Ref } parameter || !MovedArguments.IsMoved(arguments[i], out var result))
                continue;
            Leave(arguments[i].Value, values[i], ExitKind.Moved, parameter.ContainingSymbol, Nowhere);
            Depart(values[i], new Departure(DepartureKind.Moved, call, arguments[i].Value.Syntax, result), Nowhere);
        }
    }

    /// <summary>What belongs to the object, and what a lock or the caller keeps hold of, is judged where it is given away.</summary>
    private void Depart(int value, Departure departure, int except)
    {
        foreach (var place in Reach.Of(value, _state, model.Places))
        {
            var path = model.Places.PathOf(place);
            if (path.Root is not (PathRoot.This or PathRoot.Static) && (except == Nowhere || !model.Places.IsWithin(place, except)) && !IsGuarded(path))
                _state = _state.Depart(place, departure);
        }
    }

    /// <summary>The lock is free: what it protects belongs to nobody here.</summary>
    private void Release(int content, int except, SyntaxNode site)
    {
        if (content == Nowhere)
            return;
        // On the way out of a failure, what was to be put in its place is not there yet.
        foreach (var place in records && !_isUnwinding ? Reach.Of(content, _state, model.Places) : [])
        {
            if (model.Stores.TryGetValue(place, out var store) && OwnerIn(model.Places.PathOf(content)) is { } owner)
                model.Facts.AddExit(new ValueExit(store.Value, ExitKind.Stored, store.Into, [owner]));
        }

        Depart(content, new Departure(DepartureKind.Released, site, site), except);
    }

    /// <summary>A member, or something of the caller's, leads to the value now. What that means shows when a lock is released.</summary>
    private void Keep(int place, IOperation valueSyntax)
    {
        var path = model.Places.PathOf(place);
        if (path.Root is PathRoot.This or PathRoot.Static || (path.Variable is IParameterSymbol && !IsGuarded(path)))
            model.Stores[place] = (valueSyntax, path.LastMember ?? path.Variable);
    }

    private void Give(IOperation valueSyntax, int value)
    {
        var result = model.Places.Of(AccessPath.Opaque(ResultOf(function)));
        if (value != Nowhere)
            _state = _state.Merge(result, value);
        Leave(valueSyntax, value, ExitKind.Returned, null, result);
    }

    private static object ResultOf(FunctionBody body) => body.Symbol is { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction } symbol ? symbol : RegionModel.Result;

    /// <summary>Records who else has what goes.</summary>
    private void Leave(IOperation valueSyntax, int value, ExitKind how, ISymbol? into, int target)
    {
        if (!records || value == Nowhere)
            return;
        var owners = new List<ValueOwner>();
        foreach (var place in Reach.Of(value, _state, model.Places))
        {
            if (target != Nowhere && model.Places.IsWithin(place, target))
                continue;
            var path = model.Places.PathOf(place);
            if (path is { Root: PathRoot.Variable, Steps.IsEmpty: true } && LockCatalog.IsGuard(TypeOf(path.Variable!)))
                return;
            if (OwnerIn(path) is { } owner && !owners.Contains(owner))
                owners.Add(owner);
        }

        // What is read out of something belongs to the lock or the thread that has the whole.
        foreach (var place in Reach.Wholes(value, _state, model.Places))
        {
            if (OwnerIn(model.Places.PathOf(place)) is { Kind: OwnerKind.Lock or OwnerKind.Thread } owner && !owners.Contains(owner))
                owners.Add(owner);
        }

        if (owners.Count > 0)
            model.Facts.AddExit(new ValueExit(valueSyntax, how, into, owners));
    }

    /// <summary>Who holds on to something that the path goes through.</summary>
    private ValueOwner? OwnerIn(AccessPath path)
    {
        switch (path.Root)
        {
            case PathRoot.This when path.Steps.Length > 0:
            case PathRoot.Static:
                return new ValueOwner(path.Cut(1), Holders.IsPerThread(path) ? OwnerKind.Thread : OwnerKind.Member);
            case PathRoot.Variable when IsGuarded(path):
                return new ValueOwner(path.Steps.IsEmpty || model.Contents.Contains(path.Variable!) ? AccessPath.Of(path.Variable!) : path.Cut(1), OwnerKind.Lock);
            case PathRoot.Variable when Holders.IsPerThread(path):
                return new ValueOwner(path.Cut(1), OwnerKind.Thread);
            case PathRoot.Variable when path.Variable is IParameterSymbol:
                return new ValueOwner(AccessPath.Of(path.Variable), OwnerKind.Parameter);
            case PathRoot.Opaque when model.ThreadOwned.Contains(model.Places.Of(path)):
                return new ValueOwner(path, OwnerKind.Thread);
            default:
                return null;
        }
    }

    private bool IsGuarded(AccessPath path) =>
        path.Variable is { } variable && (model.Contents.Contains(variable) || LockCatalog.IsGuard(TypeOf(variable)));

    private static ITypeSymbol? TypeOf(ISymbol variable) => (variable as ILocalSymbol)?.Type ?? (variable as IParameterSymbol)?.Type;

    /// <summary><c>pool.Return(buffer); buffer = pool.Rent(length);</c>: it fails between the two only when there is no memory, and nobody handles that.</summary>
    private int? Replaced(IOperation operation) =>
        operation is IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: var target, Value: var value } } && OnlyAllocates(value.Unwrap()) && Variable(target) is { } variable
            ? model.Places.Of(AccessPath.Of(variable))
            : null;

    /// <summary>And works out by no other call for how much.</summary>
    private static bool OnlyAllocates(IOperation value)
    {
        if (value is not (IArrayCreationOperation or IInvocationOperation { TargetMethod: { Name: "Rent", ContainingType.Name: "ArrayPool" or "MemoryPool" } }))
            return false;
        foreach (var part in value.Descendants())
        {
            if (part is IInvocationOperation or IObjectCreationOperation)
                return false;
        }

        return true;
    }
}
