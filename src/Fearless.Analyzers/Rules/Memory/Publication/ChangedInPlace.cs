using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// An object that some code replaces by a changed copy, so that others may read it without a lock, and that other code changes as it is:
/// the readers meet the change half made.
/// </summary>
internal static class ChangedInPlace
{
    public static IEnumerable<(SyntaxNode Change, StorageAccess Swap, StorageAccess Reader)> In(TypeFacts facts, CompilationScope scope, ISymbol member)
    {
        if (member is not IFieldSymbol { IsReadOnly: false, Type.IsReferenceType: true } field || !facts.IsOwn(field) || !ConcurrencyEvidence.IsAtomic(facts, field)
            || scope.Types.Judge(field.Type, Trait.Sync) == Verdict.Yes || SwapOf(facts, field) is not { } swap)
        {
            yield break;
        }

        var uses = new ObjectUse(scope.Types.Catalog, scope.Effects);
        foreach (var access in facts.AccessesTo(field))
        {
            if (access.Locks.Count > 0 || access.HoldsStrangeLock || !access.IsOnThis || access.Context == ThreadContext.Unknown || ReaderBeside(facts, access) is not { } reader)
                continue;
            foreach (var use in UsesOf(access))
            {
                if (uses.Of(use) == ObjectEffect.Write)
                    yield return (SiteIn(facts, use, scope) ?? use.Syntax, swap, reader);
            }
        }
    }

    /// <summary>Where a method of this type, or of one inside it, makes the change.</summary>
    private static SyntaxNode? SiteIn(TypeFacts facts, IOperation use, CompilationScope scope)
    {
        if (use.UsedBy() is not IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } method } || scope.Effects.EffectOf(method).Site is not { } site
            || !SymbolEqualityComparer.Default.Equals(MemberShape.Outermost(method.ContainingType), MemberShape.Outermost(facts.Type)))
        {
            return null;
        }

        return site;
    }

    /// <summary>A store of a new object, in one step or through a volatile field, outside construction.</summary>
    private static StorageAccess? SwapOf(TypeFacts facts, IFieldSymbol field)
    {
        foreach (var access in facts.AccessesTo(field))
        {
            if (access.IsWrite && AtomicUse.Of(access) is { Kind: not AtomicUseKind.Load, Value: { } value } && IsMadeFrom(value, access))
                return access;
        }

        return null;
    }

    /// <summary><c>next</c>, which was made from what the field held.</summary>
    private static bool IsMadeFrom(IOperation value, StorageAccess store)
    {
        if (value.Unwrap() is not ILocalReferenceOperation { Local: var local })
            return false;
        foreach (var operation in store.Body.Root.Descendants())
        {
            if (operation is IVariableDeclaratorOperation { Initializer.Value: { } made } declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, local))
                return made.Unwrap() is IObjectCreationOperation { Arguments.IsEmpty: false } or IInvocationOperation;
        }

        return false;
    }

    /// <summary>The read itself, or the local that it is kept in.</summary>
    private static IEnumerable<IOperation> UsesOf(StorageAccess access)
    {
        var value = access.Reference.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Read", ContainingType.Name: "Volatile" } } call } ? call : access.Reference;
        if (access.IsWrite || access.IsAlias)
            yield break;
        yield return value;
        if (value.UsedBy() is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
            yield break;
        foreach (var operation in access.Body.Root.Descendants())
        {
            if (operation is ILocalReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Local, local))
                yield return use;
        }
    }

    private static StorageAccess? ReaderBeside(TypeFacts facts, StorageAccess change)
    {
        foreach (var access in facts.AccessesTo(change.Member))
        {
            if (!access.IsWrite && access.Locks.Count == 0 && access.Body != change.Body && access.IsOnThis && ConcurrencyEvidence.MayOverlap(facts, change, access))
                return access;
        }

        return null;
    }
}
