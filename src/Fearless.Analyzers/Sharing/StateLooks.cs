using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// One look at a flag or a state, not in a loop: whoever looks a moment earlier sees the same. Unless what follows takes the lock that it
/// belongs to: then the look belongs under it.
/// </summary>
internal static class StateLooks
{
    /// <summary>The member itself is the flag.</summary>
    public static bool IsAtMember(Touch touch, Guard guard, ISymbol member) => IsState(MemberType.Of(member)) && IsAlone(touch, guard);

    /// <summary><c>_pool.ThrowIfDisposed()</c>: the member's object is asked for its flag, and for nothing else that changes.</summary>
    public static bool IsAtObject(Touch touch, Guard guard, MethodEffects effects)
    {
        if (touch.IsWrite || touch.Effect != ObjectEffect.Read || SharedTouches.MethodOf(touch) is not { } method)
            return false;
        var effect = effects.EffectOf(method);
        if (effect.Effect != ObjectEffect.Read || effect == MethodEffect.Unknown)
            return false;
        ISymbol? state = null;
        foreach (var touched in effect.Touched)
        {
            if (MemberType.Of(touched) is { SpecialType: SpecialType.System_String } || MemberType.IsReadOnly(touched))
                continue;
            if (state is not null || !IsState(MemberType.Of(touched)))
                return false;
            state = touched;
        }

        return state is not null && IsAlone(touch, guard);
    }

    private static bool IsState(ITypeSymbol? type) => type is { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum };

    private static bool IsAlone(Touch touch, Guard guard)
    {
        foreach (var acquisition in touch.Access.Body.Facts?.Acquisitions ?? [])
        {
            if (LockName.Relative(acquisition.Path, touch.Access.Path) is { } name && name.Equals(guard.Name) && acquisition.Syntax.SpanStart > touch.Syntax.SpanStart)
                return false;
        }

        for (var around = touch.Access.Reference.Parent; around is not null; around = around.Parent)
        {
            if (around is ILoopOperation)
                return false;
        }

        return true;
    }
}
