using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Whether it matters which one of two objects is kept that two threads make at once for one purpose. It does if the object has a state that lives
/// on: what the one thread writes into its own is lost. Of two equal texts, numbers or immutable objects nobody can tell which one it is.
/// </summary>
internal sealed class Identities(TypeFactsCache types, MethodEffects effects, TypeCatalog catalog)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    public bool Matters(ITypeSymbol? type) =>
        type is INamedTypeSymbol { IsReferenceType: true } named && _known.GetOrAdd(named.OriginalDefinition, one => Matters(one, new(SymbolEqualityComparer.Default)));

    private bool Matters(INamedTypeSymbol type, HashSet<INamedTypeSymbol> seen)
    {
        if (type.SpecialType == SpecialType.System_String || type.TypeKind is not TypeKind.Class || !seen.Add(type))
            return false;
        if (IsGate(type) || IsCollection(type) || type.Is("TaskCompletionSource", "System.Threading.Tasks") || MustBeDisposed(type))
            return true;
        if (type.DeclaringSyntaxReferences.IsEmpty || types.Of(type, CancellationToken.None) is not { } facts)
            return false;
        foreach (var member in facts.Members)
        {
            if (!member.IsStatic && SymbolEqualityComparer.Default.Equals(member.ContainingType, type) && IsState(member, facts, seen))
                return true;
        }

        return type.BaseType is { SpecialType: SpecialType.None } parent && Matters(parent.OriginalDefinition, seen);
    }

    /// <summary>The member, or what it refers to, changes after the object is made. A value that is computed once and kept is no such change.</summary>
    private bool IsState(ISymbol member, TypeFacts facts, HashSet<INamedTypeSymbol> seen)
    {
        var uses = new ObjectUse(catalog, effects);
        foreach (var access in facts.AccessesTo(member))
        {
            if (access.IsWrite && !access.IsAlias && !LazyCaches.IsFill(access, facts))
                return true;
            if (!access.IsWrite && uses.Of(access.Reference) == ObjectEffect.Write)
                return true;
        }

        return MemberType.Of(member) is INamedTypeSymbol type && (ConcurrencyEvidence.IsConcurrentCollection(type) || (!type.DeclaringSyntaxReferences.IsEmpty && Matters(type.OriginalDefinition, seen)));
    }

    private static bool IsGate(INamedTypeSymbol type) => type.SpecialType == SpecialType.System_Object || type.Is("Lock", "System.Threading");

    private static bool IsCollection(INamedTypeSymbol type) => ConcurrencyEvidence.IsConcurrentCollection(type)
        || (type.ContainingNamespace.IsNamed("System.Collections.Generic") && type.Name is "List" or "Dictionary" or "HashSet" or "Queue" or "Stack" or "SortedDictionary"
            or "SortedList" or "SortedSet" or "LinkedList" or "PriorityQueue");

    /// <summary>A task or a token source that nobody disposes is none the worse for it.</summary>
    private static bool MustBeDisposed(INamedTypeSymbol type)
    {
        if (type.Name is "Task" or "CancellationTokenSource" || type.ContainingNamespace.IsNamed("System.Threading.Tasks"))
            return false;
        foreach (var contract in type.AllInterfaces)
        {
            if (contract.SpecialType == SpecialType.System_IDisposable)
                return true;
        }

        return false;
    }
}
