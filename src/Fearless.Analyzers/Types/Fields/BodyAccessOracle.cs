using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>
/// Judges fields by the bodies that can reach them: those of the outermost type, since a private member is visible to all that is nested in it.
/// What strangers can reach is not guarded by anything that is in sight.
/// </summary>
internal sealed class BodyAccessOracle(TypeFactsCache types) : IFieldAccessOracle
{
    private readonly ConcurrentDictionary<ISymbol, FieldProtection> _known = new(SymbolEqualityComparer.Default);

    public FieldProtection Of(ISymbol storage) => _known.GetOrAdd(storage.OriginalDefinition, Judge);

    private FieldProtection Judge(ISymbol storage)
    {
        var marks = TypeMarkers.OfStorage(storage);
        if ((marks & Marks.GuardedBy) != 0)
            return FieldProtection.Declared;
        var member = Storage.Named(storage);
        if (storage.ContainingType is not { } owner || !IsConfined(member, storage))
            return FieldProtection.None;
        return types.Of(owner, CancellationToken.None) is { } facts ? Judge(storage, member, facts.AccessesTo(member)) : FieldProtection.None;
    }

    private static FieldProtection Judge(ISymbol storage, ISymbol member, IReadOnlyList<StorageAccess> accesses)
    {
        HashSet<LockName>? common = null;
        StorageAccess? bare = null, torn = null;
        var isVolatile = storage is IFieldSymbol { IsVolatile: true };
        foreach (var access in accesses)
        {
            // The field itself is not touched; the object that it held may be anybody's by now.
            if (access.IsAlias)
                continue;
            if (!access.IsAtomic && !(isVolatile && !AccessSyntax.IsReadModifyWrite(access.Reference, member)))
                torn = Worse(torn, access);
            if (!access.IsLocked)
                bare = Worse(bare, access);
            HashSet<LockName> held = [.. access.Locks];
            if (!access.IsWrite)
                held.UnionWith(access.SharedLocks);
            if (common is null)
                common = held;
            else
                common.IntersectWith(held);
        }

        if (common is { Count: > 0 })
            return FieldProtection.Declared;
        if (accesses.Count > 0 && torn is null)
            return FieldProtection.Atomic;
        return accesses.Count == 0 || member is IParameterSymbol ? FieldProtection.None : Describe(accesses, bare, torn);
    }

    private static FieldProtection Describe(IReadOnlyList<StorageAccess> accesses, StorageAccess? bare, StorageAccess? torn)
    {
        var held = 0;
        foreach (var access in accesses)
        {
            if (access.IsLocked)
                held++;
        }

        // Mostly guarded: show the access that forgot. Otherwise show a write.
        var culprit = held > 0 ? bare ?? torn : torn;
        if (culprit is null)
            return FieldProtection.None;
        var problem = held == 0 ? "changes without a lock"
            : bare is null ? "is guarded by different locks"
            : $"is {(bare.IsWrite ? "written" : "read")} without the lock that {held} of its {accesses.Count} accesses hold";
        return new FieldProtection(FieldProtectionKind.None, problem, culprit.Syntax.GetLocation());
    }

    private static StorageAccess Worse(StorageAccess? known, StorageAccess access) =>
        known is null || (access.IsWrite && !known.IsWrite) ? access : known;

    private static bool IsConfined(ISymbol member, ISymbol storage)
    {
        if (storage is IParameterSymbol)
            return true;
        for (ISymbol? symbol = member; symbol is not null; symbol = symbol.ContainingType)
        {
            if (symbol.DeclaredAccessibility == Accessibility.Private && (symbol is not INamedTypeSymbol || symbol.ContainingType is not null))
                return true;
        }

        return false;
    }
}
