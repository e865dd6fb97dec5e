using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>What a method of a type in source does to its object: a write is a store, or a change of what it holds, without a lock of its own.</summary>
internal sealed class MethodEffects(TypeFactsCache types, TypeCatalog catalog)
{
    // A chain of objects that call each other; deeper, nothing is claimed.
    private const int MaxDepth = 4;

    // By depth as well: what is found must not depend on who asked first, and from how far away.
    private readonly ConcurrentDictionary<ISymbol, MethodEffect>[] _known = [.. Enumerable.Range(0, MaxDepth).Select(static _ => new ConcurrentDictionary<ISymbol, MethodEffect>(SymbolEqualityComparer.Default))];

    public ObjectEffect Of(IMethodSymbol method, int depth) => EffectOf(method.OriginalDefinition, depth).Effect;

    /// <summary>The effect, with the first place in the source that has it.</summary>
    public MethodEffect EffectOf(IMethodSymbol method) => EffectOf(method.OriginalDefinition, 0);

    private MethodEffect EffectOf(IMethodSymbol method, int depth)
    {
        if (depth >= MaxDepth)
            return MethodEffect.Unknown;
        if (_known[depth].TryGetValue(method, out var known))
            return known;
        if (method.IsAbstract || method.IsExtern || method.IsStatic || method.ContainingType is not { TypeKind: TypeKind.Class or TypeKind.Struct } type
            || (method.IsVirtual && !type.IsSealed) || types.Of(type, CancellationToken.None) is not { } facts)
        {
            return MethodEffect.Unknown;
        }

        return _known[depth].GetOrAdd(method, Find(method, facts, depth));
    }

    private MethodEffect Find(IMethodSymbol method, TypeFacts facts, int depth)
    {
        var result = MethodEffect.None;
        var uses = new ObjectUse(catalog, this, depth + 1);
        var madeForThreads = HasSlots(facts);
        foreach (var member in facts.Members)
        {
            foreach (var access in facts.AccessesTo(member))
            {
                if (access.Context != ThreadContext.Main || access.Path is not { Root: PathRoot.This, Steps.Length: 1 } || !SymbolEqualityComparer.Default.Equals(access.Body.Owner, method))
                    continue;
                if (access.IsAtomic || madeForThreads || member is IFieldSymbol { IsVolatile: true } || LazyCaches.IsFill(access, facts))
                    continue;
                var effect = access.IsWrite ? ObjectEffect.Write : depth + 1 < MaxDepth && IsPlain(member) ? uses.Of(access.Reference) : ObjectEffect.Read;
                var own = MethodEffect.Of(effect, member, access.Syntax);
                result = access.IsLocked ? result.AndLocked(own) : result.And(own);
            }
        }

        // Through the members of the same object that it calls.
        foreach (var body in facts.Bodies)
        {
            if (!SymbolEqualityComparer.Default.Equals(body.Owner, method) || body.Facts is not { } bodyFacts)
                continue;
            foreach (var call in bodyFacts.Calls)
            {
                if (call.Context != ThreadContext.Main || call.Receiver is not { Root: PathRoot.This, Steps.IsEmpty: true }
                    || SymbolEqualityComparer.Default.Equals(call.Target.OriginalDefinition, method))
                    continue;
                var callee = EffectOf(call.Target.OriginalDefinition, depth + 1);
                if (callee.Effect is ObjectEffect.Read or ObjectEffect.Write)
                    result = call.Locks.IsEmpty ? result.And(callee) : result.AndLocked(callee);
            }
        }

        return result;
    }

    /// <summary>
    /// It has something for each thread and takes atomic steps: made for several threads. Whatever else it does, its own code is the place to ask, and not
    /// that of each user.
    /// </summary>
    private static bool HasSlots(TypeFacts facts) => HasPerThread(facts.Type, MaxDepth) && HasAtomics(facts);

    private static bool HasAtomics(TypeFacts facts)
    {
        foreach (var member in facts.Members)
        {
            if (facts.IsOwn(member) && ConcurrencyEvidence.IsAtomic(facts, member))
                return true;
        }

        return false;
    }

    private static bool HasPerThread(INamedTypeSymbol type, int depth)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: true } field ? MemberShape.IsPerThread(field) : depth > 0 && member is INamedTypeSymbol nested && HasPerThread(nested, depth - 1))
                return true;
        }

        return false;
    }

    /// <summary>Not one of the types that look after themselves.</summary>
    private bool IsPlain(ISymbol member) => MemberType.Of(member) is { IsReferenceType: true, SpecialType: not SpecialType.System_String } type
        && !(type is INamedTypeSymbol named && catalog.Find(named) is { Sync.Verdict: Verdict.Yes });
}
