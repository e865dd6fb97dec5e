using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// Objects that are no locks for what they are: reachable by strangers, shared by the process, or made anew. One body tells it; the
/// fields that are replaced elsewhere in their type are the business of <see cref="ReplacedLockObject"/>.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsuitableLockObject() : FearlessAnalyzer(Descriptors.FEAR3001_UnsuitableLockObject)
{
    internal override void Register(AnalyzerRegistration registration) => registration.RegisterSymbolStartAction(
        static context =>
        {
            if (!LockText.Mentions(Sharing.MemberShape.Outermost((INamedTypeSymbol)context.Symbol), context.CancellationToken))
                return;

            // 'lock (this)' is a habit of the whole type, and said once for it.
            var locked = new ConcurrentBag<IOperation>();
            context.RegisterOperationAction(operation => Examine(operation, locked), OperationKind.Lock, OperationKind.Invocation);
            context.RegisterSymbolEndAction(end =>
            {
                if (!locked.IsEmpty)
                    end.ReportDiagnostic(LockObjectReport.Create(LockObjectFlaw.This, [.. locked], end.Symbol as INamedTypeSymbol));
            });
        },
        SymbolKind.NamedType);

    private static void Examine(OperationContext context, ConcurrentBag<IOperation> locked)
    {
        if (!LockUse.TryGet(context.Operation, out var use) || !use.Acquires)
            return;

        var target = LockTarget.Resolve(use.Target);
        var origin = target.Origin;
        var flaw = FlawOf(use, target);
        if (flaw == LockObjectFlaw.None)
            return;

        if (flaw == LockObjectFlaw.This)
        {
            locked.Add(use.Target);
            return;
        }

        var made = target.FreshLocal?.Values[0].Syntax.GetLocation();
        context.ReportDiagnostic(LockObjectReport.Create(flaw, use.Target, origin.Type, made));
    }

    private static LockObjectFlaw FlawOf(LockUse use, LockTarget target)
    {
        var origin = target.Origin;
        if (origin is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance, Type: { IsValueType: false } type })
            return LockReach.IsOpenToStrangers(type) ? LockObjectFlaw.This : LockObjectFlaw.None;
        if (FreshObject.IsBoxing(origin))
            return LockObjectFlaw.Boxed;
        if (KnownTypes.IsThreadingLock(origin.Type))
            return use.IsStatement && KnownTypes.IsThreadingLock(use.Target.Type) ? FreshFlaw(use, target) : LockObjectFlaw.LockAsObject;
        return LockObjectTypes.FlawOf(origin.Type) is not LockObjectFlaw.None and var flaw ? flaw : FreshFlaw(use, target);
    }

    private static LockObjectFlaw FreshFlaw(LockUse use, LockTarget target)
    {
        if (target.FreshLocal is { } uses)
            return UnsharedLocal.FlawOf(uses, use.Site);
        return FreshObject.IsMadeBy(target.Origin) ? LockObjectFlaw.Fresh : LockObjectFlaw.None;
    }
}
