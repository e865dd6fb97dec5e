using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

internal sealed partial class RegionInterpreter
{
    private int VisitCall(IInvocationOperation call)
    {
        // What a delegate in sight uses shows where it runs.
        var body = BodyInSight(call);
        var receiver = body is null ? Value(call.Instance) : Nowhere;
        var values = VisitArguments(call.Arguments);
        if (call.TargetMethod.Name is "Dispose" or "DisposeAsync" && LockCatalog.IsGuard(call.Instance?.Unwrap().Type))
        {
            foreach (var content in receiver == Nowhere ? [] : model.Places.PartsOf(receiver))
                Release(content, receiver, call.Syntax);
            return Nowhere;
        }

        if (body is not null)
            return RunInSight(call, body, values);
        var result = Link(call.TargetMethod, receiver, call.Arguments, values, call);
        result = RunDelegates(call.Arguments, result, call);
        Move(call.Arguments, values, call.Syntax);
        return result;
    }

    private int VisitCreation(IObjectCreationOperation creation)
    {
        var values = VisitArguments(creation.Arguments);
        var result = creation.Constructor is { } constructor ? Link(constructor, Nowhere, creation.Arguments, values, creation) : Nowhere;
        var initial = Value(creation.Initializer);
        if (initial != Nowhere)
            result = Join(result, initial, creation.Syntax);
        result = RunDelegates(creation.Arguments, result, creation);
        Move(creation.Arguments, values, creation.Syntax);
        return result;
    }

    /// <summary>Arguments are evaluated; an <c>out</c> argument is a target.</summary>
    private int[] VisitArguments(ImmutableArray<IArgumentOperation> arguments)
    {
        var values = new int[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
            values[i] = arguments[i].Parameter?.RefKind == RefKind.Out ? Target(arguments[i].Value) : Value(arguments[i].Value);
        return values;
    }

    private int Target(IOperation value)
    {
        if (value is IDeclarationExpressionOperation declaration)
            value = declaration.Expression;
        if (Variable(value) is not { } variable)
            return Nowhere;
        var place = model.Places.Of(AccessPath.Of(variable));
        Renew(place);
        return model.Counts(value.Type) ? place : Nowhere;
    }

    /// <summary>What the call connects. The place that its result leads to.</summary>
    private int Link(IMethodSymbol method, int receiver, ImmutableArray<IArgumentOperation> arguments, int[] values, IOperation call)
    {
        var isCreation = call is IObjectCreationOperation;
        var resultCounts = isCreation ? model.Counts(call.Type) : model.Counts(call.Type) && !ForeignFlow.ReturnsMoved(method);
        var source = method.ReducedFrom ?? method;
        if (model.Flows.Of(source, model.Depth, model.Cancellation) is { } flow)
            return Apply(flow, receiver, arguments, values, call, resultCounts);

        // Waited for at once, what it waits for has nothing to do with each other.
        var words = new ForeignFlow(method, call.Type);
        if (!words.IsKnown || (IsJoint(method) && IsAwaitedAtOnce(call)))
            return Nowhere;
        var result = Nowhere;
        if (words.Exchanges && arguments.Length >= 2 && values[0] != Nowhere)
            return Exchange(values[0], values[1], words.IsCertain, call.Syntax);

        for (var i = 0; i < arguments.Length; i++)
        {
            if (values[i] == Nowhere || arguments[i].Parameter is not { } parameter)
                continue;
            if (parameter.RefKind == RefKind.Out)
            {
                if (receiver != Nowhere && words.IsPart(parameter))
                    _state = _state.Merge(values[i], Some(receiver, arguments[i].Syntax));
                continue;
            }

            if (receiver != Nowhere && words.Keeps(parameter) && (!words.IsSequence(parameter) || HasParts(arguments[i].Value.Type)))
            {
                _state = _state.Merge(receiver, values[i]);
                Keep(receiver, arguments[i].Value);
            }

            if (resultCounts && !words.IsFresh && !MovedArguments.IsMoved(arguments[i], out _))
                result = Follow(words, result, values[i], arguments[i].Value.Type, call);
        }

        if (words.IsThreadOwned)
        {
            var owned = model.Places.Of(AccessPath.Opaque(call.Syntax));
            Renew(owned);
            model.ThreadOwned.Add(owned);
            return owned;
        }

        return receiver != Nowhere && resultCounts && !words.IsFresh ? Follow(words, result, receiver, call is IInvocationOperation { Instance.Type: { } type } ? type : null, call) : result;
    }

    private static bool IsJoint(IMethodSymbol method) => method is { Name: "WhenAll" or "WhenAny", ContainingType.Name: "Task" };

    private static bool IsAwaitedAtOnce(IOperation call)
    {
        var user = call.UsedBy();
        while (user is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
            user = user.UsedBy();
        return user is IAwaitOperation;
    }

    private int Follow(ForeignFlow words, int result, int from, ITypeSymbol? type, IOperation call)
    {
        if (words.IsCopy && !HasParts(type))
            return result;
        var next = words.IsElement ? Some(from, call.Syntax) : from;
        return words.IsElement && result == Nowhere ? next : Join(Anew(result, call.Syntax), next, call.Syntax);
    }

    // The result of a call is never the argument itself: what is read out of the one need not be in the other.
    private int Anew(int result, SyntaxNode at)
    {
        if (result != Nowhere)
            return result;
        var temporary = model.Places.Of(AccessPath.Opaque(at));
        Renew(temporary);
        return temporary;
    }

    private int Exchange(int slot, int value, bool isCertain, SyntaxNode at)
    {
        var old = Anew(Nowhere, at);
        _state = _state.Merge(old, slot);
        if (isCertain)
            Assign(slot, value);
        else if (value != Nowhere)
            _state = _state.Merge(slot, value);
        return old;
    }

    private int Apply(ValueFlow flow, int receiver, ImmutableArray<IArgumentOperation> arguments, int[] values, IOperation call, bool resultCounts)
    {
        var isCreation = call is IObjectCreationOperation;
        var made = Nowhere;
        foreach (var (one, other) in flow.Links)
        {
            var left = End(one);
            var right = End(other);
            if (left != Nowhere && right != Nowhere)
                _state = _state.Merge(left, right);
        }

        return made;

        int End(int number)
        {
            if (number >= 0)
            {
                for (var i = 0; i < arguments.Length; i++)
                {
                    if (arguments[i].Parameter?.Ordinal == number)
                        return values[i];
                }

                return Nowhere;
            }

            if (number == ValueFlow.This && !isCreation)
                return receiver;
            if (!resultCounts || (number == ValueFlow.Result && isCreation))
                return Nowhere;
            return made = made == Nowhere ? Anew(Nowhere, call.Syntax) : made;
        }
    }
}
