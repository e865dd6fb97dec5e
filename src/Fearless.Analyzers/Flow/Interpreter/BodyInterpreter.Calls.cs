using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

internal sealed partial class BodyInterpreter
{
    private void VisitCall(IInvocationOperation call)
    {
        Visit(call.Instance);
        VisitArguments(call.Arguments);
        RecordObjectCall(call.TargetMethod, call.Instance, call.Arguments, call);
        RecordLocked(call);
        if (DeadEnds.IsDeadEnd(call))
        {
            _isDead = true;
            return;
        }

        if (LeaveScope(call))
            return;
        if (EffectOf(call) is { } effect)
        {
            if (effect is { ReturnsGuard: true, Target: null, Path: null })
                MayThrowWithout(call.Arguments);
            ApplyLock(call, effect);
            Wait(call);
            Signal(call);
            return;
        }

        if (call.TargetMethod.Name is "Dispose" or "DisposeAsync" && call.Instance is { } disposed && ReleaseGuard(disposed))
            return;

        Assert(call);
        RecordCall(call);

        // What fails in a join has ended as well.
        Join(call);
        JoinHandedOn(call);
        var inSight = BodyInSight(call);
        if (inSight is null && !Harmless.IsHarmless(call.TargetMethod) && !PlainReads.IsOne(call.TargetMethod))
            MayThrowWithout(call.Arguments);
        if (call.TargetMethod.Name is "GetResult" or "Wait")
            AcquireAwaited(call.Instance);
        Signal(call);
        Start(call);
        if (inSight is not null)
            RunInSight(call, inSight);
        else
            StartRest(call);
        SpawnFrom(call, call.Arguments);
        Wait(call);
        TransferArguments(call.Arguments);
        _isDead |= DeadEnds.IsNeverReturning(call.TargetMethod);
    }

    private void RecordCall(IInvocationOperation call)
    {
        if (Records && call.TargetMethod is { MethodKind: MethodKind.Ordinary, DeclaringSyntaxReferences.IsEmpty: false } target)
            model.Facts.AddCall(target, function.Paths.Resolve(call.Instance), call.Syntax, context, _state);
    }

    /// <summary>When a call throws, the guards that it was given are its own affair already.</summary>
    private void MayThrowWithout(ImmutableArray<IArgumentOperation> arguments)
    {
        var before = _state;
        TransferArguments(arguments);
        MayThrow();
        _state = before;
    }

    private void VisitArguments(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.RefKind is not (RefKind.Ref or RefKind.Out or RefKind.RefReadOnlyParameter))
            {
                Visit(argument.Value);
                continue;
            }

            VisitTarget(argument.Value);
            RecordAccess(argument.Value, KindOfReference(argument));
        }
    }

    private static AccessKind KindOfReference(IArgumentOperation argument)
    {
        var method = argument.Parameter?.ContainingSymbol;
        var kind = argument.Parameter!.RefKind switch
        {
            RefKind.Out => AccessKind.Write,
            // Volatile.Read and Interlocked.Read take theirs so.
            RefKind.RefReadOnlyParameter => AccessKind.Read,
            _ => AccessKind.ReadWrite,
        };
        return method?.ContainingType?.Name switch
        {
            "Interlocked" => method.Name is "Read" or "MemoryBarrier" ? AccessKind.Read | AccessKind.Atomic : AccessKind.ReadWrite | AccessKind.Atomic,
            "Volatile" => (method.Name == "Read" ? AccessKind.Read : AccessKind.Write) | AccessKind.Atomic,
            { } name when name.StartsWith("Atomic", System.StringComparison.Ordinal) =>
                (method.Name is "Read" or "Load" or "Get" ? AccessKind.Read : method.Name is "Write" or "Store" or "Set" ? AccessKind.Write : AccessKind.ReadWrite) | AccessKind.Atomic,
            "ImmutableInterlocked" => AccessKind.ReadWrite | AccessKind.Atomic,
            "LazyInitializer" => AccessKind.Read | AccessKind.Atomic,

            // Another type, or another name, for the same location: what is done with that counts.
            "Unsafe" => argument.Parent?.Parent is IArgumentOperation { Parameter.RefKind: not RefKind.None } outer ? KindOfReference(outer) : AccessKind.Read,
            _ => ReferenceParameters.AtomicKindOf(argument.Parameter!) ?? kind,
        };
    }

    /// <summary>A local function, or a delegate whose lambda is in sight, runs here and now.</summary>
    private FunctionBody? BodyInSight(IInvocationOperation call) => call.TargetMethod.MethodKind switch
    {
        MethodKind.LocalFunction => model.Functions.Find(call.TargetMethod.OriginalDefinition),
        MethodKind.DelegateInvoke => model.Functions.Resolve(call.Instance, function.Captures).Body,
        _ => null,
    };

    private void RunInSight(IInvocationOperation call, FunctionBody body)
    {
        if (body.Symbol is { IsAsync: true } && !IsAwaited(call) && !ReturnedTask.IsReturned(call.Syntax))
            SpawnAsync(call, body, SpawnDescription.Plain);
        else
            RunInline(body, mayRepeat: false);
    }

    private void RunInline(FunctionBody body, bool mayRepeat)
    {
        model.MarkReached(body);
        var suspended = _state.Suspended;
        var after = FunctionRunner.Run(model, body, _state, context, Recording.Nothing, out var thrown) ?? _state;
        if (thrown is not null)
            _thrown = _thrown is null ? thrown : FlowStateLattice.Instance.Join(_thrown, thrown);
        if (mayRepeat)
        {
            // It may run not at all, once, or many times; what it starts in one run may run during the next.
            after = FlowStateLattice.Instance.Join(_state, after);
            var again = FunctionRunner.Run(model, body, after, context, Recording.Nothing);
            if (again is not null)
                after = FlowStateLattice.Instance.Join(after, again);
        }

        if (Records)
            FunctionRunner.Run(model, body, mayRepeat ? after : _state, context, recording);
        _state = suspended || !after.Suspended || body.Symbol is not { IsAsync: true } ? after : after.AfterAwait();
    }

    private bool IsAwaited(IOperation call)
    {
        var user = call.UsedBy();
        while (user is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask" or "GetAwaiter" or "WaitAsync" } or IArgumentOperation
            or IConditionalAccessOperation)
        {
            if (user is IArgumentOperation argument && IsJoined(argument))
                return true;
            user = user.UsedBy();
        }

        return user is IAwaitOperation or IPropertyReferenceOperation { Property.Name: "Result" }
            or IInvocationOperation { TargetMethod.Name: "Wait" or "GetResult" };
    }
}
