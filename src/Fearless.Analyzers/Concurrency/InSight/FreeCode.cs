using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// Code that ends by itself, as far as locks go: it takes none, waits for nobody, and runs nobody else's code. Whoever waits for it, or calls it, may
/// hold any lock.
/// </summary>
internal sealed class FreeCode(MethodSummaries summaries, StoredValues values, CancellationToken cancellation)
{
    // Calls of calls; deeper, nothing is claimed.
    private const int MaxDepth = 6;

    private readonly HashSet<IOperation> _visited = [];

    public bool Is(IOperation? code) => code is not null && Is(code, 0);

    private bool Is(IOperation code, int depth)
    {
        if (depth > MaxDepth)
            return false;

        // What is being looked at further up, or was found to be free before.
        if (!_visited.Add(code))
            return true;
        foreach (var operation in code.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILockOperation:
                case { } wait when BlockingCalls.Describe(wait) is not null && !BlockingCalls.HasLimit(wait):
                case IInvocationOperation call when !IsFreeCall(call, depth):
                case IPropertyReferenceOperation { Property: { DeclaringSyntaxReferences.IsEmpty: false } property } use when !IsFreeProperty(property, use, depth):
                    return false;
            }
        }

        return true;
    }

    private bool IsFreeCall(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if (LockCatalog.EffectOf(call) is not null || CallOuts.Describe(call, SourceOf(call.Instance)) is not null)
            return false;
        switch (method.MethodKind)
        {
            case MethodKind.DelegateInvoke:
                return IsFreeDelegate(call.Instance, depth);
            case MethodKind.LocalFunction:
                // Its body is a part of this code.
                return true;
        }

        return method.DeclaringSyntaxReferences.IsEmpty || method.IsExtern || IsFreeMethod(method, depth);
    }

    private bool IsFreeMethod(IMethodSymbol method, int depth)
    {
        if (!method.IsAbstract && !(method.IsVirtual && !method.ContainingType.IsSealed))
            return !method.IsOverride && MethodBodies.Of(method, summaries.Compilation, cancellation) is { } body ? Is(body, depth + 1) : method.IsOverride && IsFreeOverride(method, depth);
        if (!Sharing.Makers.IsInSight(method) && method.ContainingType.DeclaredAccessibility is not (Accessibility.Internal or Accessibility.Private))
            return false;
        var implementations = summaries.Implementations.Of(method);
        foreach (var implementation in implementations)
        {
            if (MethodBodies.Of(implementation, summaries.Compilation, cancellation) is { } body && !Is(body, depth + 1))
                return false;
        }

        return !implementations.IsEmpty;
    }

    private bool IsFreeOverride(IMethodSymbol method, int depth) =>
        (method.IsSealed || method.ContainingType.IsSealed) && MethodBodies.Of(method, summaries.Compilation, cancellation) is { } body && Is(body, depth + 1);

    private bool IsFreeProperty(IPropertySymbol property, IOperation use, int depth)
    {
        var accessor = AccessSyntax.IsWrite(use) ? property.SetMethod : property.GetMethod;
        return accessor is null || Sharing.MemberShape.IsAutoProperty(property) || IsFreeMethod(accessor, depth);
    }

    /// <summary>Every delegate that it may hold is in sight, and free.</summary>
    private bool IsFreeDelegate(IOperation? value, int depth)
    {
        var storage = StorageOf(SourceOf(value));
        if (values.Of(storage) is not { Count: > 0 } stored)
            return false;
        foreach (var one in stored)
        {
            if (DelegateCode.Of(one, summaries.Compilation, cancellation) is not { } code || !Is(code, depth + 1))
                return false;
        }

        return true;
    }

    private IOperation? SourceOf(IOperation? instance) =>
        instance?.Unwrap() is ILocalReferenceOperation { Local: var local } && values.Of(local) is { Count: 1 } only ? only[0].Unwrap() : instance?.Unwrap();

    public static ISymbol? StorageOf(IOperation? reference) => reference?.Unwrap() switch
    {
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Property.IsIndexer: false } property => property.Property,
        IPropertyReferenceOperation { Instance: { } holder } => StorageOf(holder),
        IArrayElementReferenceOperation element => StorageOf(element.ArrayReference),
        ILocalReferenceOperation local => local.Local,
        _ => null,
    };
}
