using System.Collections.Generic;
using System.Collections.Immutable;
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
        registration.RegisterSymbolAction(CheckOverride, SymbolKind.Method);
    }

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
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
            if (LockContracts.Of(call.Target, "RequiresLockAttribute").Count + LockContracts.Of(call.Target, "ExcludesLockAttribute").Count > 0)
                return true;
        }

        return false;
    }

    private static bool CheckCall(
        SymbolContext context, TypeFacts facts, MemberBody body, IInvocationOperation call, CallFact fact, PathResolver paths, VariableTable variables)
    {
        var target = call.TargetMethod.OriginalDefinition;
        foreach (var required in LockContracts.Of(target, "RequiresLockAttribute"))
        {
            if (Wanted(required, call, fact, paths, variables) is not (true, var wanted)
                || (wanted is not null && (IsHeld(fact, wanted) || IsHeldAtEntry(facts, body, fact, wanted, target))))
                continue;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FEAR3018_BrokenLockContract, call.Syntax.GetLocation(), null, FixFactsOf(required, wanted),
                $"'{target.Name}' requires '{wanted?.ToString() ?? required.Name}', which is not held here",
                "take the lock around the call, or mark the caller [RequiresLock]"));
            return true;
        }

        foreach (var excluded in LockContracts.Of(target, "ExcludesLockAttribute"))
        {
            if (Wanted(excluded, call, fact, paths, variables) is not (true, { } wanted) || !IsHeld(fact, wanted))
                continue;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FEAR3018_BrokenLockContract, call.Syntax.GetLocation(),
                $"'{target.Name}' must not be called with '{wanted}', which is held here", "call it after the release"));
            return true;
        }

        return false;
    }

    /// <summary>What the lock is called at the call; none if the argument has no name, and then nothing is claimed unless no lock is held at all.</summary>
    private static (bool Counts, AccessPath? Path) Wanted(ContractedLock contracted, IInvocationOperation call, CallFact fact, PathResolver paths, VariableTable variables)
    {
        var wanted = Binding.Of(call, paths.Resolve).Translate(contracted.Path);
        return (wanted is null ? contracted.Path.Variable is IParameterSymbol parameter && fact.Locks.IsEmpty && !IsMadeThere(call, parameter) : !FreshObjects.IsFresh(wanted, variables), wanted);
    }

    /// <summary>Nobody else has it.</summary>
    private static bool IsMadeThere(IInvocationOperation call, IParameterSymbol parameter) =>
        call.ArgumentFor(parameter.Ordinal) is { ArgumentKind: ArgumentKind.Explicit, Value: var value }
        && value.Unwrap() is IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation or ILiteralOperation;

    private static ImmutableDictionary<string, string?> FixFactsOf(ContractedLock contracted, AccessPath? wanted)
    {
        var facts = ImmutableDictionary<string, string?>.Empty;
        if (wanted is null)
            return facts;
        var kind = LockNames.KindOf(contracted.Type) switch
        {
            LockKind.Monitor or LockKind.Lock => "Statement",
            LockKind.ReaderWriterLock when contracted.Type.Name == "ReaderWriterLockSlim" => "ReaderWriterLockSlim",
            LockKind.Semaphore when contracted.Type.Name == "SemaphoreSlim" => "SemaphoreSlim",
            _ => "Other",
        };
        return facts.Add(GuardFacts.LockKey, wanted.ToString()).Add(GuardFacts.ScopeKey, wanted.Root == PathRoot.This ? "Outer" : "Static")
            .Add(GuardFacts.KindKey, kind).Add(GuardFacts.WriteKey, contracted.IsShared ? "false" : "true");
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

    private static void CheckOverride(SymbolContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.OverriddenMethod is { } overridden)
        {
            CheckAgainst(context, method, overridden);
            return;
        }

        foreach (var implemented in LockContracts.Implemented(method))
            CheckAgainst(context, method, implemented);
    }

    private static void CheckAgainst(SymbolContext context, IMethodSymbol method, IMethodSymbol known)
    {
        var own = LockContracts.Of(method, "RequiresLockAttribute");
        if (own.Count == 0)
            return;
        var promised = new HashSet<ISymbol?>(SymbolEqualityComparer.Default);
        foreach (var required in LockContracts.Of(known, "RequiresLockAttribute"))
            promised.Add(Named(required, method));
        foreach (var required in own)
        {
            if (required.Path.Variable is not null || promised.Contains(Named(required, method)) || required.Marker.ApplicationSyntaxReference is not { } reference)
                continue;
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FEAR3018_BrokenLockContract, reference.GetSyntax(context.CancellationToken).GetLocation(),
                $"'{method.Name}' requires '{required.Name}', which '{known.ContainingType.Name}.{known.Name}' does not, so whoever calls it through {(known.ContainingType.TypeKind == TypeKind.Interface ? "the interface" : "the base class")} cannot know",
                "take the lock in the override"));
            return;
        }
    }

    /// <summary>What an interface names is what the type has for it.</summary>
    private static ISymbol? Named(ContractedLock required, IMethodSymbol method) =>
        required.Path.LastMember is { ContainingType.TypeKind: TypeKind.Interface } contract && method.ContainingType.FindImplementationForInterfaceMember(contract) is { } own
            ? own.OriginalDefinition
            : required.Path.LastMember ?? (ISymbol?)required.Path.Variable ?? method.ContainingType;
}
