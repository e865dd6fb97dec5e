using System.Collections.Generic;
using System.Linq;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// A lock without a guard that some path leaves taken, an exception included; and one that is taken inside the <c>try</c> that releases it,
/// so that a failed acquisition is released as well.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreleasedLock() : LockFactsRule(Descriptors.FEAR3004_UnreleasedLock, Descriptors.FEAR3005_LockTakenInTry)
{
    internal override void Check(LockCheck check)
    {
        foreach (var leak in check.Facts.Leaks)
        {
            if (leak.Held.Guard is null && check.AcquisitionAt(leak.Held.Acquisition) is { Call: { IsImplicit: false } call } acquisition)
                CheckLeak(check, leak, acquisition, call);
        }

        foreach (var release in check.Facts.Locks.Releases)
            CheckTry(check, release);
    }

    private static void CheckLeak(LockCheck check, LeakFact leak, AcquisitionFact acquisition, IInvocationOperation call)
    {
        var held = leak.Held;
        if (!check.IsStable(held.Path) || IsSignal(held) || acquisition.Effect.ReturnsGuard || check.Owner.HasMarker("AcquiresLockAttribute"))
            return;
        var releases = ReleasesOf(check, held);
        if (releases.Count == 0)
        {
            CheckNeverReleased(check, leak, acquisition, call);
            return;
        }

        // Whoever releases in a lambda has been given the lock.
        var function = LockSyntax.FunctionAround(held.Acquisition);
        if (releases.Exists(release => LockSyntax.FunctionAround(release.Syntax) != function))
            return;
        if (!leak.OnException && held.Path.LastMember is { } member && Releasers.MayExist(member, function ?? held.Acquisition))
            return;
        var where = leak.OnException
            ? $"stays taken if an exception is thrown before it is released in line {LockCheck.LineOf(releases[0].Syntax)}"
            : leak.OnEveryPath ? "is taken more often than it is released" : "is not released on every path";
        Report(check, held, where, "release it in a 'finally'", releases.Select(static release => (SyntaxNode?)release.Syntax));
    }

    /// <summary>Nothing in the body releases it: then that is somebody else's affair, or a mistake if there is nobody else.</summary>
    private static void CheckNeverReleased(LockCheck check, LeakFact leak, AcquisitionFact acquisition, IInvocationOperation call)
    {
        var held = leak.Held;
        if (leak.OnException || acquisition.Effect.IsWrapper || acquisition.Effect.Outcome != LockOutcome.Certain || HandsOver(check, held))
            return;
        if (held.Path.Root is not (PathRoot.This or PathRoot.Static) || held.Path.LastMember is not { DeclaredAccessibility: Accessibility.Private } member)
            return;
        if (held.Kind == LockKind.Semaphore && LockCreation.InitialCount(member) is null)
            return;
        if (LockSyntax.FunctionAround(call.Syntax) is not { } function || Releasers.MayExist(member, function) || WrapsAround(check, function))
            return;
        if (DisposalOf(check, member) is { } disposal)
            Report(check, held, "is never released: it is disposed instead", "release it in a 'finally'", [disposal]);
        else
            Report(check, held, "is never released", "release it in a 'finally'", []);
    }

    /// <summary>The caller gets something that may well release it, or an awaitable (another rule's affair).</summary>
    private static bool HandsOver(LockCheck check, HeldLock held)
    {
        if (check.Method is not { ReturnsVoid: false } method)
            return false;
        if (HeldAcrossAwait.ReturnsHolding(method, held))
            return true;
        var result = method.ReturnType;
        if (result is INamedTypeSymbol { Name: "Task" or "ValueTask" } task)
            result = task.TypeArguments.Length == 1 ? task.TypeArguments[0] : null;
        return result is not null && (result.SpecialType == SpecialType.System_Boolean || result.Name == "IDisposable"
            || result.AllInterfaces.Any(static contract => contract is { Name: "IDisposable" or "IAsyncDisposable", ContainingNamespace.Name: "System" }));
    }

    /// <summary>Code that nobody is meant to come back from.</summary>
    private static bool WrapsAround(LockCheck check, SyntaxNode function) => check.Owner.Name is "Finalize" or "Dispose" || function is AnonymousFunctionExpressionSyntax;

    private static void CheckTry(LockCheck check, ReleaseFact release)
    {
        if (release.Call.IsImplicit || LockSyntax.TryReleasedBy(release.Syntax) is not { } around)
            return;
        foreach (var acquisition in check.Facts.Acquisitions)
        {
            if (acquisition is { Call: { IsImplicit: false }, Effect: { Outcome: LockOutcome.Certain, Flag: null, ReturnsGuard: false }, IsPending: false }
                && acquisition.Effect.Mode == release.Effect.Mode && acquisition.Path.Equals(release.Path) && IsFirstIn(acquisition.Syntax, around)
                && !check.IsReported(Descriptors.FEAR3004_UnreleasedLock, acquisition.Syntax) && !IsTakenBefore(check, acquisition, around))
            {
                check.Report(
                    Descriptors.FEAR3005_LockTakenInTry, acquisition.Syntax, [release.Syntax],
                    LockCheck.Name(acquisition.Path, acquisition.Syntax), LockCheck.LineOf(release.Syntax));
            }
        }
    }

    /// <summary>Directly in the block of the <c>try</c>; further in, it has an order of its own.</summary>
    private static bool IsFirstIn(SyntaxNode acquisition, TryStatementSyntax around)
    {
        var statement = LockSyntax.StatementAround(acquisition);
        return statement?.Parent == around.Block;
    }

    /// <summary>It was held when the <c>try</c> began: what is taken inside is taken again after it was let go.</summary>
    private static bool IsTakenBefore(LockCheck check, AcquisitionFact acquisition, TryStatementSyntax around)
    {
        foreach (var other in check.Facts.Locks.Releases)
        {
            if (other.Path.Equals(acquisition.Path) && around.Block.Span.Contains(other.Syntax.Span))
                return true;
        }

        foreach (var held in acquisition.Before.Locks.Must())
        {
            if (held.Path.Equals(acquisition.Path))
                return true;
        }

        return false;
    }

    private static List<ReleaseFact> ReleasesOf(LockCheck check, HeldLock held)
    {
        var releases = new List<ReleaseFact>();
        foreach (var release in check.Facts.Locks.Releases)
        {
            if (release.Effect.Mode == held.Mode && release.Path.Equals(held.Path))
                releases.Add(release);
        }

        return releases;
    }

    /// <summary>A semaphore that starts empty is no lock.</summary>
    private static bool IsSignal(HeldLock held) => held.Kind == LockKind.Semaphore && LockCreation.InitialCount(held.Path.LastMember ?? held.Path.Variable) == 0;

    private static SyntaxNode? DisposalOf(LockCheck check, ISymbol member)
    {
        foreach (var operation in check.Block.Descendants())
        {
            if (operation is IInvocationOperation { TargetMethod.Name: "Dispose", Instance: IMemberReferenceOperation disposed } call
                && SymbolEqualityComparer.Default.Equals(disposed.Member.OriginalDefinition, member))
            {
                return call.Syntax;
            }
        }

        return null;
    }

    private static void Report(LockCheck check, HeldLock held, string what, string todo, IEnumerable<SyntaxNode?> others) => check.Report(
        Descriptors.FEAR3004_UnreleasedLock, held.Acquisition, others, LockCheck.Name(held.Path, held.Acquisition), what, todo);
}
