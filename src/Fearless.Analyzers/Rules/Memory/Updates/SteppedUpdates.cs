using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>A new value that is computed from the old one, in several steps: <c>_volatile++</c>, a store of what was loaded before.</summary>
internal static class SteppedUpdates
{
    public const string Step = "Step", Element = "Element", LoadStore = "LoadStore", Reset = "Reset";

    public static IEnumerable<UpdateFinding> In(TypeFacts facts, ISymbol member, IReadOnlyList<AtomicUse> uses)
    {
        if (HasOneWriter(facts, member) || IsForDerivedTypes(facts, member))
            yield break;
        foreach (var access in facts.AccessesTo(member))
        {
            if (access.Locks.Count > 0 || access.IsAlias || ConcurrencyEvidence.IsOrderedByOwnWork(access) || member is not IFieldSymbol { IsVolatile: true })
                continue;
            if (access.IsWrite && access.Reference.Parent is IOperation update && AccessSyntax.IsReadModifyWrite(access.Reference, member.OriginalDefinition)
                && !(update is ISimpleAssignmentOperation assignment && !IsArithmetic(assignment.Value)))
            {
                yield return new UpdateFinding(
                    access.Syntax, null, $"'{member.Name}' is volatile, but this update reads and writes it in two steps, and what another thread writes in between is lost",
                    "use Interlocked, or a lock", Step);
            }
            else if (!access.IsWrite && ElementUpdate(access.Reference) is { } element)
            {
                yield return new UpdateFinding(
                    element.Syntax, null, $"'{member.Name}' is volatile, its elements are not: this update reads and writes one in two steps, and updates of other threads are lost",
                    "use Interlocked, or a lock", Element);
            }
        }

        foreach (var store in uses)
        {
            if (ReadBefore(store, uses) is { } read && IsCounted(uses))
            {
                yield return new UpdateFinding(
                    store.Access.Syntax, read.Access.Syntax,
                    $"'{member.Name}' is read at line {read.Access.Syntax.Line()} and reset here: what another thread adds in between is lost",
                    "take and reset it in one step with Interlocked.Exchange", Reset);
                continue;
            }

            if (store.Kind != AtomicUseKind.Store || store.Value is not { } value || store.Access.Locks.Count > 0 || store.Operation is ISimpleAssignmentOperation own && IsArithmetic(own.Value) && AccessSyntax.Mentions(own.Value, member))
                continue;
            foreach (var load in uses)
            {
                if (load.Kind == AtomicUseKind.Load && IsSameObject(load, store) && (IsSamePlace(load, store) || value.Syntax.Span.Contains(load.Operation.Syntax.Span)) && load.Access.Syntax.SpanStart != store.Access.Syntax.SpanStart && Feeds(load, value)
                    && !ClaimedCode.IsOnlyWrittenBehind(store.Access, facts))
                {
                    yield return new UpdateFinding(
                        store.Access.Syntax, load.Access.Syntax,
                        $"'{member.Name}' is loaded at line {load.Access.Syntax.Line()} and a value computed from that is stored here: what another thread stores in between is lost",
                        "make it one step (FetchUpdate, Interlocked.CompareExchange in a loop), or use a lock", LoadStore);
                    break;
                }
            }
        }
    }

    /// <summary>A load whose value is kept, in the same block as a store of a constant.</summary>
    private static AtomicUse? ReadBefore(AtomicUse store, IReadOnlyList<AtomicUse> uses)
    {
        if (store.Kind != AtomicUseKind.Store || store.Access.Locks.Count > 0 || store.Value is not { ConstantValue: { HasValue: true, Value: 0 or 0L } })
            return null;
        foreach (var load in uses)
        {
            if (load.Kind == AtomicUseKind.Load && IsSamePlace(load, store) && load.Operation.UsedBy() is IVariableInitializerOperation or IArgumentOperation or IBinaryOperation
                && load.Operation.Syntax.FirstAncestorOrSelf<StatementSyntax>()?.Parent is { } block && block == store.Operation.Syntax.FirstAncestorOrSelf<StatementSyntax>()?.Parent
                && block is BlockSyntax)
            {
                return load;
            }
        }

        return null;
    }

    /// <summary>Somebody counts it up or down: a reset loses that.</summary>
    private static bool IsCounted(IReadOnlyList<AtomicUse> uses)
    {
        foreach (var use in uses)
        {
            if (use.Kind == AtomicUseKind.Update && use.Operation is IInvocationOperation { TargetMethod.Name: "Increment" or "Decrement" or "Add" or "FetchAdd" or "FetchSub" })
                return true;
        }

        return false;
    }

    /// <summary>Uses of one object, in one run of one body, the first before the second.</summary>
    public static bool IsSamePlace(AtomicUse first, AtomicUse second) =>
        IsSameObject(first, second) && first.Access.Syntax.SpanStart <= second.Access.Syntax.SpanStart;

    private static bool IsSameObject(AtomicUse first, AtomicUse second) =>
        first.Access.Body == second.Access.Body && first.Access.Context == second.Access.Context && first.Access.Path.Equals(second.Access.Path);

    /// <summary>All writes come from one thread: nothing can be lost.</summary>
    public static bool HasOneWriter(TypeFacts facts, ISymbol member)
    {
        ThreadRoot? only = null;
        foreach (var access in facts.AccessesTo(member))
        {
            if (access.IsAlias || !(access.IsWrite || IsBoxWrite(access)))
                continue;
            foreach (var root in facts.RootsOf(access))
            {
                if (root.Kind == ThreadRootKind.Construction)
                    continue;
                if (root.Kind != ThreadRootKind.Work || root.Site is not { OverlapsItself: false } || (only is not null && only != root))
                    return false;
                only = root;
            }
        }

        return only is not null;
    }

    /// <summary>Only derived types write: whether from several threads is theirs to see to.</summary>
    private static bool IsForDerivedTypes(TypeFacts facts, ISymbol member)
    {
        var isForThem = false;
        foreach (var access in facts.AccessesTo(member))
        {
            if (access.IsAlias || !(access.IsWrite || IsBoxWrite(access)))
                continue;
            foreach (var root in facts.RootsOf(access))
            {
                if (root.Kind is ThreadRootKind.Entry or ThreadRootKind.Work)
                    return false;
                isForThem |= root.Kind == ThreadRootKind.Derived;
            }
        }

        return isForThem;
    }

    private static bool IsBoxWrite(StorageAccess access) => AtomicUse.Of(access) is { Kind: not AtomicUseKind.Load };

    private static bool IsArithmetic(IOperation value) => value.Unwrap() is IBinaryOperation;

    private static IOperation? ElementUpdate(IOperation array) =>
        array.UsedBy() is IArrayElementReferenceOperation element && element.ArrayReference.Unwrap() == array
        && element.UsedBy() is IIncrementOrDecrementOperation or ICompoundAssignmentOperation && AccessSyntax.IsWrite(element)
            ? element
            : null;

    /// <summary>The stored value is computed from what was loaded: directly, or through a local that is declared with it.</summary>
    private static bool Feeds(AtomicUse load, IOperation value)
    {
        if (value.Unwrap() is ILocalReferenceOperation { Local: { } kept } && MadeFrom(kept, load) is { } made)
            value = made;
        ILocalSymbol? local = load.Operation.UsedBy() switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local,
            _ => null,
        };
        if (value.Unwrap() is IBinaryOperation or IInvocationOperation or IConditionalOperation or IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation)
        {
            foreach (var part in value.DescendantsAndSelf())
            {
                if (part == load.Operation || (local is not null && part is ILocalReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Local, local)))
                    return true;
            }
        }

        return false;
    }

    /// <summary><c>var next = old.Add(item);</c>: the value that the local is declared with, after the load or with it.</summary>
    private static IOperation? MadeFrom(ILocalSymbol local, AtomicUse load)
    {
        foreach (var operation in load.Access.Body.Root.Descendants())
        {
            if (operation is IVariableDeclaratorOperation { Initializer.Value: { } value } declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local)
                && value.Syntax.Span.End > load.Operation.Syntax.SpanStart)
            {
                return value;
            }
        }

        return null;
    }
}
