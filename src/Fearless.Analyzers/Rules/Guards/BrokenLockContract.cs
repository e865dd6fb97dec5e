using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// The contract of <c>[RequiresLock]</c> and <c>[ExcludesLock]</c>, at the calls; and an override that asks for more than what it overrides,
/// whose callers cannot know.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BrokenLockContract() : FearlessAnalyzer(Descriptors.FEAR3018_BrokenLockContract)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        if (!registration.Scope.Types.HasMarkers)
            return;
        registration.ForTypes(TypeTraits.Contracts | TypeTraits.Locks, Check);
        registration.Context.RegisterSymbolAction(CheckOverride, SymbolKind.Method);
    }

    private static void Check(SymbolAnalysisContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var body in facts.Bodies)
        {
            if (body.Facts is not { } found || body.IsConstructor || !MayMatter(found))
                continue;
            var variables = new VariableTable();
            foreach (var operation in body.Root.Descendants())
                variables.Visit(operation);
            var paths = new PathResolver(variables, null);
            foreach (var operation in body.Root.Descendants())
            {
                if (operation is not IInvocationOperation call)
                    continue;
                foreach (var fact in found.Calls)
                {
                    if (fact.Syntax == call.Syntax && fact.Context != ThreadContext.Unknown && CheckCall(context, facts, body, call, fact, paths, variables))
                        break;
                }
            }
        }
    }

    private static bool MayMatter(BodyFacts facts)
    {
        foreach (var call in facts.Calls)
        {
            if (!call.Target.GetAttributes().IsEmpty || call.Target.IsOverride)
                return true;
        }

        return false;
    }

    private static bool CheckCall(
        SymbolAnalysisContext context, TypeFacts facts, MemberBody body, IInvocationOperation call, CallFact fact, PathResolver paths, VariableTable variables)
    {
        var target = call.TargetMethod.OriginalDefinition;
        foreach (var (name, path, isExcluded) in LocksNamedBy(target))
        {
            var wanted = Binding.Of(call, paths.Resolve).Translate(path);
            if (wanted is null ? path.Variable is null || !fact.Locks.IsEmpty : FreshObjects.IsFresh(wanted, variables))
                continue;
            var isHeld = wanted is not null && (IsHeld(fact, wanted) || (!isExcluded && IsHeldAtEntry(facts, body, fact, wanted, target)));
            if (isHeld != isExcluded)
                continue;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FEAR3018_BrokenLockContract, call.Syntax.GetLocation(),
                $"'{target.Name}' {(isExcluded ? "must not be called with" : "requires")} '{wanted?.ToString() ?? name}', which is {(isExcluded ? "held" : "not held")} here",
                isExcluded ? "call it after the release" : "take the lock around the call, or mark the caller [RequiresLock]"));
            return true;
        }

        return false;
    }

    private static bool IsHeld(CallFact fact, AccessPath wanted)
    {
        foreach (var held in fact.Locks)
        {
            if (held.Path.Equals(wanted))
                return true;
        }

        return false;
    }

    /// <summary>Every caller of this private member holds it.</summary>
    private static bool IsHeldAtEntry(TypeFacts facts, MemberBody body, CallFact fact, AccessPath wanted, IMethodSymbol target)
    {
        var receiver = fact.Receiver ?? AccessPath.This;
        if (fact.Context != ThreadContext.Main || LockName.Relative(wanted, receiver.Member(target)) is not { } name)
            return fact.Context != ThreadContext.Main;
        foreach (var held in facts.Structure.Entry.Of(body.Owner))
        {
            if (held.Equals(name))
                return true;
        }

        return false;
    }

    private static void CheckOverride(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.OverriddenMethod is not { } overridden)
            return;
        var known = new HashSet<AccessPath>();
        foreach (var (_, path, isExcluded) in LocksNamedBy(overridden.OriginalDefinition))
        {
            if (!isExcluded)
                known.Add(path);
        }

        foreach (var marker in method.GetAttributes())
        {
            if (!marker.AttributeClass.Is("RequiresLockAttribute", "Fearless") || marker.ApplicationSyntaxReference is not { } reference)
                continue;
            foreach (var name in LockNames.NamesIn(marker))
            {
                if (LockNames.Resolve(name, method.ContainingType, method) is not { } found || found.Path.Variable is not null || known.Contains(found.Path))
                    continue;
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.FEAR3018_BrokenLockContract, reference.GetSyntax(context.CancellationToken).GetLocation(),
                    $"'{method.Name}' requires '{name}', which '{overridden.ContainingType.Name}.{overridden.Name}' does not, so whoever calls it through the base class cannot know",
                    "take the lock in the override"));
                return;
            }
        }
    }

    /// <summary>Markers are inherited: an override may only ask for less.</summary>
    private static IEnumerable<(string Name, AccessPath Path, bool IsExcluded)> LocksNamedBy(IMethodSymbol method)
    {
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod?.OriginalDefinition)
        {
            var found = false;
            foreach (var marker in current.GetAttributes())
            {
                var isExcluded = marker.AttributeClass.Is("ExcludesLockAttribute", "Fearless");
                if (!isExcluded && !marker.AttributeClass.Is("RequiresLockAttribute", "Fearless"))
                    continue;
                found = true;
                foreach (var name in LockNames.NamesIn(marker))
                {
                    if (LockNames.Resolve(name, current.ContainingType, current) is { } resolved)
                        yield return (name, resolved.Path, isExcluded);
                }
            }

            if (found)
                yield break;
        }
    }
}
