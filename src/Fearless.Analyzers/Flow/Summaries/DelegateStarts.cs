using System.Collections.Concurrent;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// Finds, for methods and constructors in source, the parameters whose delegates they start: <c>Ticker(Action tick) =&gt; _timer = new Timer(_ =&gt; tick())</c>.
/// Whoever calls them starts work, as if the parameter were marked <c>[Spawned]</c>.
/// </summary>
internal sealed class DelegateStarts(MethodSummaries summaries)
{
    // A wrapper of a wrapper.
    private const int MaxDepth = 3;

    private readonly ConcurrentDictionary<IParameterSymbol, SpawnDescription?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Null: it is not started, or the method waits for something, and who knows for what.</summary>
    public SpawnDescription? Of(IParameterSymbol? parameter, CancellationToken cancellation) => Of(parameter, 0, cancellation);

    private SpawnDescription? Of(IParameterSymbol? parameter, int depth, CancellationToken cancellation)
    {
        parameter = parameter?.OriginalDefinition;
        if (depth == MaxDepth || parameter?.Type.TypeKind != TypeKind.Delegate || parameter.DeclaringSyntaxReferences.IsEmpty
            || parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor, IsAbstract: false, IsVirtual: false, IsOverride: false } method)
        {
            return null;
        }

        if (!_known.TryGetValue(parameter, out var start))
        {
            start = Find(parameter, method, depth, cancellation);
            _known.TryAdd(parameter, start);
        }

        return start;
    }

    private SpawnDescription? Find(IParameterSymbol parameter, IMethodSymbol method, int depth, CancellationToken cancellation)
    {
        if (summaries.Of(method, cancellation) is not { IsIterator: false } summary)
            return null;
        SpawnDescription? found = null;
        var starts = false;
        foreach (var operation in summary.Body.Descendants())
        {
            if (Handles.JoinedBy(operation) is not null && operation is not IAwaitOperation && operation.EnclosingFunction() is null)
                return null;
            starts |= operation is IInvocationOperation call && SpawnCatalog.IsStart(call.TargetMethod);
            if (operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter))
                found ??= StartOf(reference, depth, cancellation);
        }

        // Of how it is started, only that it is: a wrapper may see to it that it never overlaps itself.
        return found is null || (found.IsDeferred && !starts) ? null : SpawnDescription.Plain;
    }

    /// <summary>The delegate itself is started, or a function that calls it.</summary>
    private SpawnDescription? StartOf(IOperation reference, int depth, CancellationToken cancellation)
    {
        for (var at = reference; at is not null; at = at.Parent)
        {
            if (at is not IArgumentOperation argument || (argument.Value.Unwrap() != reference.Unwrap() && FunctionIn(argument.Value) is null))
                continue;
            var description = SpawnCatalog.Of(argument.Parameter) ?? Of(argument.Parameter, depth + 1, cancellation);
            if (description is { IsJoined: false, IsContract: false })
                return description;
        }

        return null;
    }

    private static IOperation? FunctionIn(IOperation value) =>
        value.Unwrap() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation function } ? function : null;
}
