using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

internal sealed partial class BodyInterpreter
{
    // What was skipped by an exception is not known to have ended, so its way out proves nothing about overlaps.
    private bool _isUnwinding;

    /// <summary>An access as one to the object behind the name; of a property with a body, as a call.</summary>
    private void RecordSlot(IOperation operation, AccessKind kind)
    {
        // By reference: what the callee does with it is its own affair.
        if (_isUnwinding || ((kind & AccessKind.Atomic) == 0 && operation.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref }))
            return;
        switch (operation)
        {
            case IPropertyReferenceOperation property when !ObjectPaths.IsAuto(property.Property) && function.Objects.Resolve(property) is null:
                if ((kind & AccessKind.Read) != 0 && property.Property.GetMethod is { } getter)
                    RecordObjectCall(getter, property.Instance, property.Arguments, property);
                if ((kind & AccessKind.Write) != 0 && property.Property.SetMethod is { } setter)
                    RecordObjectCall(setter, property.Instance, property.Arguments, property);
                break;
            case IFieldReferenceOperation or IPropertyReferenceOperation or IArrayElementReferenceOperation or IImplicitIndexerReferenceOperation:
                if (function.Objects.Resolve(operation) is { Steps.IsEmpty: false } path)
                    model.Facts.Objects.AddSlot(path, kind, operation.Syntax, context, _state);
                break;
        }
    }

    private void RecordObjectCall(IMethodSymbol? method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, IOperation operation)
    {
        if (Records && !_isUnwinding && method is not null)
            RecordObjectCall(CallShape.Of(method, instance, arguments, operation));
    }

    private void RecordObjectCall(CallShape call)
    {
        var receiver = call.Receiver is null ? null : function.Objects.Resolve(call.Receiver);
        var point = new AccessFact(receiver ?? AccessPath.Opaque(call.Syntax), AccessKind.Read, call.Syntax, context, _state);
        model.Facts.Objects.AddCall(
            new ObjectCall(call.Method, receiver, call.Receiver?.Unwrap().Type, Given(call.Arguments), point, call, function.Paths), _state);
    }

    private void RecordImplicitCalls(IOperation operation)
    {
        if (!Records || _isUnwinding)
            return;
        foreach (var call in ImplicitCalls.Of(operation, model.SemanticModel))
            RecordObjectCall(call);
    }

    /// <summary>The arguments whose objects have names.</summary>
    private ImmutableArray<GivenObject> Given(ImmutableArray<CallArgument> arguments)
    {
        var given = ImmutableArray.CreateBuilder<GivenObject>();
        foreach (var argument in arguments)
        {
            if (argument.Value.Unwrap() is { Type: { } type } value && (type.IsReferenceType || type.IsValueType) && function.Objects.Resolve(value) is { } path)
                given.Add(new GivenObject(argument.Parameter.OriginalDefinition, path, type));
        }

        return given.ToImmutable();
    }

    /// <summary>
    /// An async method that nobody awaits at once goes on by itself from its first suspension on, with what it was given. Awaited at once, it
    /// is a call like any other.
    /// </summary>
    private void StartRest(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ReducedExtension) || !(method.IsAsync || IsForeignAsync(method)) || IsAwaited(call))
            return;
        var shape = CallShape.Of(method, call.Instance, call.Arguments, call);
        if (Given(shape.Arguments) is not { IsEmpty: false } given)
            return;

        var site = model.SiteAt(call.Syntax, null, SpawnDescription.Plain, context, null, null, isAsyncCall: true);
        if (Records && !_isUnwinding)
        {
            var point = new AccessFact(AccessPath.Opaque(call.Syntax), AccessKind.Read, call.Syntax, site.Context, FlowState.Initial);
            model.Facts.Objects.AddCall(new ObjectCall(method, null, null, given, point, shape, function.Paths, isRest: true), FlowState.Initial);
        }

        StartSite(site, call.Syntax);
    }

    private static bool IsForeignAsync(IMethodSymbol method) => method.DeclaringSyntaxReferences.IsEmpty
        && method.Name.EndsWith("Async", System.StringComparison.Ordinal) && method.ReturnType.Name is "Task" or "ValueTask";

    /// <summary>Work that is a method of some type is a call of it, made by somebody else.</summary>
    /// <param name="site">Where it starts.</param>
    /// <param name="value">The delegate.</param>
    /// <param name="call">The call that it is handed to; it may hand over a state for the delegate as well.</param>
    private void RecordWork(SpawnSite site, IOperation value, IOperation call)
    {
        if (!Records || MethodGroupOf(value, 4) is not { } group)
            return;
        var receiver = group.Instance is null ? null : function.Objects.Resolve(group.Instance);
        var point = new AccessFact(receiver ?? AccessPath.Opaque(value.Syntax), AccessKind.Read, value.Syntax, site.Context, FlowState.Initial);
        ImmutableArray<CallArgument> arguments = StateArgument.For(group.Method, call) is { } state ? [state] : [];
        var shape = new CallShape(group.Method, group.Instance, arguments, value.Syntax);
        model.Facts.Objects.AddCall(
            new ObjectCall(group.Method, receiver, group.Instance?.Unwrap().Type, Given(arguments), point, shape, function.Paths), FlowState.Initial);
    }

    private IMethodReferenceOperation? MethodGroupOf(IOperation? value, int depth) => value?.Unwrap() switch
    {
        _ when depth == 0 => null,
        IMethodReferenceOperation group => group,
        IDelegateCreationOperation creation => MethodGroupOf(creation.Target, depth - 1),
        ILocalReferenceOperation local => MethodGroupOf(model.Variables.OnlyValueOf(local.Local), depth - 1),
        IFlowCaptureReferenceOperation capture => MethodGroupOf(function.Captures.ValueOf(capture.Id), depth - 1),
        _ => null,
    };
}
