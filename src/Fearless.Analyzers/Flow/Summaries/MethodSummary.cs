using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// What a method does itself, in the order of its source: the locks that it takes and lets go, and the calls that it makes. Lambdas and
/// local functions are left out: who runs them, and when, is another question. What its callees do is found by <see cref="CallWalk"/>.
/// </summary>
internal sealed class MethodSummary
{
    private readonly List<LockStep> _acquired = [];
    private readonly List<LockStep> _released = [];
    private readonly List<IOperation> _calls = [];

    private MethodSummary(IMethodSymbol method, IOperation body)
    {
        Method = method;
        Body = body;
        Variables = new VariableTable();
        foreach (var operation in body.DescendantsAndSelf())
            Variables.Visit(operation);
        Paths = new PathResolver(Variables, null);
        Visit(body);
    }

    public IMethodSymbol Method { get; }

    public IOperation Body { get; }

    public VariableTable Variables { get; }

    public PathResolver Paths { get; }

    public IReadOnlyList<LockStep> Acquired => _acquired;

    public IReadOnlyList<LockStep> Released => _released;

    /// <summary>Calls, and reads of properties.</summary>
    public IReadOnlyList<IOperation> Calls => _calls;

    /// <summary>Its body runs when somebody asks for the next element, not when it is called.</summary>
    public bool IsIterator { get; private set; }

    /// <summary>Null: its body is not in sight.</summary>
    public static MethodSummary? Of(IMethodSymbol method, Compilation compilation, CancellationToken cancellation) =>
        MethodBodies.Of(method, compilation, cancellation) is { } body ? new MethodSummary(method, body) : null;

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IAnonymousFunctionOperation or ILocalFunctionOperation or INameOfOperation:
                return;
            case ILockOperation locked:
                var kind = locked.LockedValue.Type.Is("Lock", "System.Threading") ? LockKind.Lock : LockKind.Monitor;
                if (Paths.Resolve(locked.LockedValue) is { } gate && !CallersChoice.Decides(operation.Syntax, Method))
                    _acquired.Add(new LockStep(new LockEffect(LockAction.Acquire, kind, locked.LockedValue), gate, locked.LockedValue.Syntax));
                break;
            case IInvocationOperation call:
                if (LockCatalog.EffectOf(call) is { Target: { } target } effect && Paths.Resolve(target) is { } path)
                    Add(new LockStep(effect, path, call.Syntax));
                if (!CallersChoice.Decides(operation.Syntax, Method))
                    _calls.Add(call);
                break;
            case IPropertyReferenceOperation:
                if (!CallersChoice.Decides(operation.Syntax, Method))
                    _calls.Add(operation);
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn or OperationKind.YieldBreak }:
                IsIterator = true;
                break;
        }

        foreach (var child in operation.ChildOperations)
            Visit(child);
    }

    private void Add(LockStep step)
    {
        if (step.Effect.Action == LockAction.Acquire && !CallersChoice.Decides(step.Syntax, Method))
            _acquired.Add(step);
        else if (step.Effect.Action == LockAction.Release)
            _released.Add(step);
    }
}
