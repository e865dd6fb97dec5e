using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

internal enum ScopeKind
{
    /// <summary>Made, it takes the lock; disposed, it releases it.</summary>
    Holds,

    /// <summary>It releases a lock that was taken before it was made.</summary>
    Adopts,

    /// <summary>The other way round: the lock is let go for as long as the object lives.</summary>
    LetsGo,
}

/// <summary>What an object of a program's own type does to a lock during its life.</summary>
/// <param name="kind">What it does.</param>
/// <param name="lockKind">The lock.</param>
/// <param name="mode">How it is held.</param>
/// <param name="path">Its name, in terms of the constructor's parameters.</param>
internal sealed class ScopeObject(ScopeKind kind, LockKind lockKind, LockMode mode, AccessPath path)
{
    public ScopeKind Kind { get; } = kind;

    public LockKind LockKind { get; } = lockKind;

    public LockMode Mode { get; } = mode;

    public AccessPath Path { get; } = path;
}

/// <summary>The program's own guards: their constructor and their <c>Dispose</c> do one thing each to one lock, evidently or by marker.</summary>
internal sealed class ScopeObjects(MethodSummaries summaries)
{
    private readonly ConcurrentDictionary<IMethodSymbol, ScopeObject?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Null: it has nothing to do with locks, or too much.</summary>
    public ScopeObject? Of(IObjectCreationOperation creation, CancellationToken cancellation)
    {
        if (creation.Constructor is not { ContainingType: { DeclaringSyntaxReferences.IsEmpty: false } type } constructor || type.TypeKind is not (TypeKind.Class or TypeKind.Struct))
            return null;
        constructor = constructor.OriginalDefinition;
        if (!_known.TryGetValue(constructor, out var scope))
        {
            scope = Find(constructor, cancellation);
            _known.TryAdd(constructor, scope);
        }

        return scope;
    }

    private ScopeObject? Find(IMethodSymbol constructor, CancellationToken cancellation)
    {
        foreach (var member in constructor.ContainingType.GetMembers("Dispose"))
        {
            if (member is not IMethodSymbol { Parameters.IsEmpty: true, IsStatic: false, DeclaringSyntaxReferences.IsEmpty: false } dispose || AtEnd(dispose, cancellation) is not { } end)
                continue;
            var summary = summaries.Of(constructor, cancellation);
            var names = new ConstructorNames(constructor, summary);
            if (names.Translate(end.Path) is not { } path)
                return null;
            if (summary is null or { Acquired.Count: 0, Released.Count: 0 })
                return end.Action == LockAction.Release ? new ScopeObject(ScopeKind.Adopts, end.Kind, end.Mode, path) : null;
            if (summary.Acquired.Count + summary.Released.Count != 1)
                return null;
            var step = summary.Acquired.Count == 1 ? summary.Acquired[0] : summary.Released[0];
            if (step.Effect.Action == end.Action || step.Effect.Mode != end.Mode || step.Effect is not { Outcome: LockOutcome.Certain, Flag: null, ReturnsGuard: false }
                || !IsStatementOf(summary, step) || names.Translate(step.Path) is not { } taken || !taken.Equals(path))
            {
                return null;
            }

            return new ScopeObject(step.Effect.Action == LockAction.Acquire ? ScopeKind.Holds : ScopeKind.LetsGo, step.Effect.Kind, step.Effect.Mode, path);
        }

        return null;
    }

    /// <summary>What its disposal does to which lock.</summary>
    private (LockAction Action, LockKind Kind, LockMode Mode, AccessPath Path)? AtEnd(IMethodSymbol dispose, CancellationToken cancellation)
    {
        if (LockContracts.Of(dispose, "ReleasesLockAttribute") is { Count: 1 } released)
            return (LockAction.Release, LockNames.KindOf(released[0].Type), released[0].IsShared ? LockMode.Shared : LockMode.Exclusive, released[0].Path);
        if (LockContracts.Of(dispose, "AcquiresLockAttribute") is { Count: 1 } acquired)
            return (LockAction.Acquire, LockNames.KindOf(acquired[0].Type), acquired[0].IsShared ? LockMode.Shared : LockMode.Exclusive, acquired[0].Path);
        if (summaries.Of(dispose, cancellation) is not { } summary || summary.Acquired.Count + summary.Released.Count != 1)
            return null;
        var step = summary.Acquired.Count == 1 ? summary.Acquired[0] : summary.Released[0];
        return WrapperShape.IsEvident(summary, step, out _) && step.Effect is { Outcome: LockOutcome.Certain, Flag: null }
            ? (step.Effect.Action, step.Effect.Kind, step.Effect.Mode, step.Path)
            : null;
    }

    /// <summary>Nothing decides whether it happens.</summary>
    private static bool IsStatementOf(MethodSummary summary, LockStep step)
    {
        foreach (var operation in summary.Body.Descendants())
        {
            if (operation is IExpressionStatementOperation { Operation: var done } statement && done.Unwrap().Syntax == step.Syntax)
                return statement.Parent is IBlockOperation { Parent: IMethodBodyBaseOperation };
        }

        return false;
    }
}
