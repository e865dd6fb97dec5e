using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Code behind <c>if (commit &amp;&amp; …)</c>, where every call that passes <c>true</c> for <c>commit</c> holds the lock: the others do not get
/// there.
/// </summary>
internal static class FlaggedCalls
{
    public static bool AllHold(Touch touch, Guard guard, TypeFacts facts)
    {
        var owner = touch.Access.Body.Owner;
        if (touch.Access.Context != ThreadContext.Main || facts.Roots.IsEntry(owner) || facts.Calls.Escapes(owner) || facts.Calls.WorkOf(owner).Count > 0)
            return false;
        for (var around = touch.Access.Reference.Parent; around is not null; around = around.Parent)
        {
            if (around is IConditionalOperation { Condition: var condition, WhenTrue: var then } && then.Syntax.Span.Contains(touch.Syntax.Span) && AllHold(condition.Unwrap(), owner, guard, facts))
                return true;
        }

        return false;
    }

    private static bool AllHold(IOperation condition, ISymbol owner, Guard guard, TypeFacts facts) => condition switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => AllHold(both.LeftOperand.Unwrap(), owner, guard, facts) || AllHold(both.RightOperand.Unwrap(), owner, guard, facts),
        IParameterReferenceOperation { Parameter: { Type.SpecialType: SpecialType.System_Boolean } flag } when SymbolEqualityComparer.Default.Equals(flag.ContainingSymbol, owner) =>
            AllHold(flag, owner, guard, facts),
        _ => false,
    };

    private static bool AllHold(IParameterSymbol flag, ISymbol owner, Guard guard, TypeFacts facts)
    {
        var hasCalls = false;
        foreach (var site in facts.Calls.SitesOf(owner))
        {
            if (IsFalseAt(site, flag))
                continue;
            if (!Holds(site, owner, guard, facts))
                return false;
            hasCalls = true;
        }

        return hasCalls;
    }

    private static bool IsFalseAt(CallSite site, IParameterSymbol flag)
    {
        foreach (var operation in site.Caller.Root.Descendants())
        {
            if (operation is not IInvocationOperation call || call.Syntax != site.Syntax)
                continue;
            return call.ArgumentFor(flag.Ordinal)?.Value.ConstantValue is { HasValue: true, Value: false };
        }

        return false;
    }

    private static bool Holds(CallSite site, ISymbol owner, Guard guard, TypeFacts facts)
    {
        if (site.Context != ThreadContext.Main || site.Receiver is not { } receiver)
            return false;
        foreach (var held in site.Locks)
        {
            if (held.Mode != LockMode.Shared && LockName.Relative(held.Path, receiver.Member(owner)) is { } name && name.Equals(guard.Name))
                return true;
        }

        return receiver is { Root: PathRoot.This, Steps.IsEmpty: true } && System.Linq.Enumerable.Contains(facts.Structure.Entry.Of(site.Caller.Owner), guard.Name);
    }
}
