using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>What happens to locks in a body, and what happens under them.</summary>
internal sealed class LockFacts
{
    private readonly Dictionary<(SyntaxNode, OperationKind, ThreadContext), LockedOperationFact> _operationIndex = [];
    private readonly List<LockedOperationFact> _operations = [];
    private readonly Dictionary<(SyntaxNode, AccessPath, ThreadContext), ReleaseFact> _releaseIndex = [];
    private readonly List<ReleaseFact> _releases = [];
    private readonly Dictionary<SyntaxNode, ConditionFact> _conditionIndex = [];
    private readonly List<ConditionFact> _conditions = [];

    private readonly Dictionary<SyntaxNode, GuardUseFact> _useIndex = [];
    private readonly List<GuardUseFact> _uses = [];
    private readonly List<ReturnFact> _returns = [];

    private readonly List<(HeldLock Held, SyntaxNode At)> _givenUp = [];
    private readonly List<(HeldLock Held, SyntaxNode At)> _lost = [];

    /// <summary>Locks that the caller holds by contract and that are not held any more when the function returns, with their release.</summary>
    public IReadOnlyList<(HeldLock Held, SyntaxNode At)> Lost => _lost;

    public IReadOnlyList<GuardUseFact> GuardUses => _uses;

    /// <summary>One in a function that is run more than once may be there more than once.</summary>
    public IReadOnlyList<ReturnFact> Returns => _returns;

    public IReadOnlyList<LockedOperationFact> Operations => _operations;

    public IReadOnlyList<ReleaseFact> Releases => _releases;

    public IReadOnlyList<ConditionFact> Conditions => _conditions;

    public void AddOperation(IOperation operation, IOperation? receiver, PathResolver paths, ThreadContext context, LockState state)
    {
        var key = (operation.Syntax, operation.Kind, context);
        if (_operationIndex.TryGetValue(key, out var known))
        {
            known.Merge(state.Must());
            return;
        }

        // On a path without a lock as well, it is not something that is done under one.
        var fact = new LockedOperationFact(operation, receiver, paths, context, state.Must());
        _operationIndex.Add(key, fact);
        _operations.Add(fact);
    }

    /// <summary>Locks that the caller holds by contract, and where they are released.</summary>
    public void AddGivenUp(HeldLock held, SyntaxNode at) => _givenUp.Add((held, at));

    /// <summary>The caller goes on as if it held the lock.</summary>
    public void AddLost(HeldLock held)
    {
        foreach (var (given, at) in _givenUp)
        {
            if (!given.IsSameLock(held) || _lost.Exists(known => known.At == at))
                continue;
            _lost.Add((held, at));
            return;
        }
    }

    public void AddReturn(ReturnFact returned) => _returns.Add(returned);

    public void AddGuardUse(IOperation use, ILocalSymbol guard, bool mayBeHeld)
    {
        if (_useIndex.TryGetValue(use.Syntax, out var known))
        {
            known.Merge(mayBeHeld);
            return;
        }

        var fact = new GuardUseFact(use, guard, mayBeHeld);
        _useIndex.Add(use.Syntax, fact);
        _uses.Add(fact);
    }

    public void AddRelease(IInvocationOperation call, LockEffect effect, AccessPath path, ThreadContext context, LockState state)
    {
        var key = (call.Syntax, path, context);
        if (_releaseIndex.TryGetValue(key, out var known))
        {
            known.Merge(state);
            return;
        }

        var fact = new ReleaseFact(call, effect, path, context, state);
        _releaseIndex.Add(key, fact);
        _releases.Add(fact);
    }

    public void AddCondition(IInvocationOperation call, LockEffect effect, AccessPath path, ImmutableArray<HeldLock> locks)
    {
        if (_conditionIndex.TryGetValue(call.Syntax, out var known))
        {
            known.Merge(locks);
            return;
        }

        var fact = new ConditionFact(call, effect, path, locks);
        _conditionIndex.Add(call.Syntax, fact);
        _conditions.Add(fact);
    }
}
