using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Finds, for methods in source, the parameters whose delegates run at once: <c>void Locked(Action change) { lock (_gate) change(); }</c>.</summary>
internal sealed class DelegateUses(MethodSummaries summaries)
{
    // A helper that hands its delegate to a helper.
    private const int MaxDepth = 3;

    private readonly ConcurrentDictionary<IParameterSymbol, DelegateUse?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Null: it is stored, started, handed to a stranger, or not known.</summary>
    public DelegateUse? Of(IParameterSymbol? parameter, CancellationToken cancellation) => Of(parameter, 0, cancellation);

    private DelegateUse? Of(IParameterSymbol? parameter, int depth, CancellationToken cancellation)
    {
        parameter = parameter?.OriginalDefinition;
        if (depth == MaxDepth || parameter?.Type.TypeKind != TypeKind.Delegate || parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            || method.IsAbstract || method.IsVirtual || method.IsOverride || method.DeclaringSyntaxReferences.IsEmpty)
        {
            return null;
        }

        if (!_known.TryGetValue(parameter, out var use))
        {
            use = Find(parameter, method, depth, cancellation);
            _known.TryAdd(parameter, use);
        }

        return use;
    }

    private DelegateUse? Find(IParameterSymbol parameter, IMethodSymbol method, int depth, CancellationToken cancellation)
    {
        if (summaries.Of(method, cancellation) is not { IsIterator: false } summary)
            return null;
        ImmutableArray<LockStep>? common = null;
        foreach (var operation in summary.Body.Descendants())
        {
            if (operation is not IParameterReferenceOperation reference || !SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter) || IsNullTest(reference))
                continue;
            if (CallOf(reference, depth, cancellation) is not { } call || call.EnclosingFunction() is not null)
                return null;
            var held = EnclosingLocks.Of(call, summary);
            common = common is { } known ? known.RemoveAll(step => !Contains(held, step)) : held;
        }

        return common is { } locks ? new DelegateUse(locks, method.IsAsync) : null;
    }

    /// <summary>The call that runs the delegate: of itself, or of a method that runs it at once.</summary>
    private IOperation? CallOf(IParameterReferenceOperation reference, int depth, CancellationToken cancellation)
    {
        switch (reference.UsedBy())
        {
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call when call.Instance?.Unwrap() == reference:
                return call;
            case IConditionalAccessOperation { WhenNotNull: IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } } access:
                return access;
            case IArgumentOperation { Parameter: { } target, Parent: { } call } when InstantDelegates.IsInstant(target) || Of(target, depth + 1, cancellation) is { IsAsync: false }:
                return call;
            default:
                return null;
        }
    }

    private static bool IsNullTest(IParameterReferenceOperation reference) => reference.UsedBy() switch
    {
        IBinaryOperation or IIsPatternOperation or IIsNullOperation => true,
        IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ThrowIfNull" } } => true,
        _ => false,
    };

    private static bool Contains(ImmutableArray<LockStep> steps, LockStep wanted)
    {
        foreach (var step in steps)
        {
            if (step.Path.Equals(wanted.Path) && step.Effect.Mode == wanted.Effect.Mode)
                return true;
        }

        return false;
    }
}
