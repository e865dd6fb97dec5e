using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>The release of a lock that is not held there: of another object, of the other mode, a second time, or on a path that never took it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WrongRelease() : LockFactsRule(Descriptors.FEAR3006_WrongRelease)
{
    internal override void Check(LockCheck check)
    {
        foreach (var (held, at) in check.Facts.Locks.Lost)
        {
            check.Report(
                Descriptors.FEAR3006_WrongRelease, at, [held.Acquisition],
                $"'{LockCheck.Name(held.Path, held.Acquisition)}' is released here, but the caller holds it ([RequiresLock], line {LockCheck.LineOf(held.Acquisition)}) and goes on as if it still did",
                "leave the release to the caller, or mark the method [ReleasesLock]");
        }

        foreach (var release in check.Facts.Locks.Releases)
        {
            if (!release.Call.IsImplicit && !release.Before.IsCollapsed && !IsOfCaller(release) && !release.Effect.IsWrapper && check.IsStable(release.Path)
                && LockSyntax.FunctionAround(release.Syntax) is { } function)
            {
                CheckRelease(check, release, function);
            }
        }
    }

    private static void CheckRelease(LockCheck check, ReleaseFact release, SyntaxNode function)
    {
        var (isHeld, isMissing, other) = Count(release);
        if (!isMissing || (release.Effect.Kind == LockKind.Semaphore && InitialCount(release) is not 1))
            return;
        var name = LockCheck.Name(release.Path, release.Syntax);
        if (isHeld)
        {
            // On some paths only. Where the acquisition may have failed, its place is what is wrong, not the release.
            if (AcquisitionOf(check, release, function, out var isCertain) is { } taken && isCertain && !IsInTryOf(taken, release))
                Report(check, release, taken, $"'{name}' is released here on every path, but taken (line {LockCheck.LineOf(taken)}) only on some", "release it on the paths that took it");
        }
        else if (other is not null)
        {
            Report(check, release, other.Acquisition, $"'{name}' is released {Mode(release.Effect.Mode)} here, but held {Mode(other.Mode)} (line {LockCheck.LineOf(other.Acquisition)})", "release it as it was taken");
        }
        else if (SwappedFor(check, release) is { } swapped)
        {
            Report(check, release, swapped.Acquisition, $"'{name}' is released here, but what was taken (line {LockCheck.LineOf(swapped.Acquisition)}) is '{swapped.Path}'", "release the one that is held");
        }
        else if (AcquisitionOf(check, release, function, out var isCertain) is { } taken && isCertain && EarlierRelease(check, release, function) is { } earlier)
        {
            Report(check, release, earlier, $"'{name}' is released a second time here: it was released before (line {LockCheck.LineOf(earlier)})", "release it once");
        }
    }

    /// <summary>The caller holds it: it is let go here for a while, and taken back.</summary>
    private static bool IsOfCaller(ReleaseFact release)
    {
        foreach (var world in release.Before.Worlds)
        {
            foreach (var held in world.Held)
            {
                if (held.IsRepaid && held.Path.Equals(release.Path))
                    return true;
            }
        }

        return false;
    }

    private static (bool IsHeld, bool IsMissing, HeldLock? Other) Count(ReleaseFact release)
    {
        bool isHeld = false, isMissing = false;
        HeldLock? other = null;
        foreach (var world in release.Before.Worlds)
        {
            var here = false;
            foreach (var held in world.Held)
            {
                if (!held.Path.Equals(release.Path))
                    continue;
                if (held.Mode == release.Effect.Mode)
                    here = true;
                else
                    other = held;
            }

            isHeld |= here;
            isMissing |= !here;
        }

        return (isHeld, isMissing, other);
    }

    /// <summary>Where the body takes the lock before it releases it.</summary>
    private static SyntaxNode? AcquisitionOf(LockCheck check, ReleaseFact release, SyntaxNode function, out bool isCertain)
    {
        SyntaxNode? found = null;
        isCertain = true;
        foreach (var acquisition in check.Facts.Acquisitions)
        {
            if (!acquisition.Path.Equals(release.Path) || acquisition.Effect.Mode != release.Effect.Mode || LockSyntax.FunctionAround(acquisition.Syntax) != function)
                continue;
            isCertain &= acquisition.Effect is { Outcome: LockOutcome.Certain, Flag: null } && !acquisition.IsPending;
            if (acquisition.Syntax.SpanStart < release.Syntax.SpanStart)
                found ??= acquisition.Syntax;
        }

        return found;
    }

    private static bool IsInTryOf(SyntaxNode acquisition, ReleaseFact release)
    {
        for (var current = release.Syntax.Parent; current is not null; current = current.Parent)
        {
            if (current is Microsoft.CodeAnalysis.CSharp.Syntax.TryStatementSyntax around && around.Block.Span.Contains(acquisition.Span)
                && !around.Block.Span.Contains(release.Syntax.Span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A lock of the same kind that was taken instead, and that nobody releases.</summary>
    private static HeldLock? SwappedFor(LockCheck check, ReleaseFact release)
    {
        if (!IsPlain(release.Path))
            return null;
        foreach (var leak in check.Facts.Leaks)
        {
            var held = leak.Held;
            if (held.Guard is not null || held.Kind != release.Effect.Kind || held.Mode != release.Effect.Mode || !IsPlain(held.Path) || IsReleased(check, held)
                || !SymbolEqualityComparer.Default.Equals(held.Path.LastMember, release.Path.LastMember) && IsReleasedElsewhere(held))
            {
                continue;
            }

            return held;
        }

        return null;
    }

    private static bool IsReleasedElsewhere(HeldLock held) =>
        held.Path.LastMember is not { } member || Releasers.MayExist(member, LockSyntax.FunctionAround(held.Acquisition) ?? held.Acquisition);

    private static bool IsPlain(AccessPath path) => path.Root is PathRoot.This or PathRoot.Static || path.Variable is IParameterSymbol;

    private static bool IsReleased(LockCheck check, HeldLock held)
    {
        foreach (var release in check.Facts.Locks.Releases)
        {
            if (release.Path.Equals(held.Path))
                return true;
        }

        return false;
    }

    private static SyntaxNode? EarlierRelease(LockCheck check, ReleaseFact release, SyntaxNode function)
    {
        foreach (var earlier in check.Facts.Locks.Releases)
        {
            if (earlier.Syntax.SpanStart < release.Syntax.SpanStart && earlier.Path.Equals(release.Path) && earlier.Effect.Mode == release.Effect.Mode
                && LockSyntax.FunctionAround(earlier.Syntax) == function)
            {
                return earlier.Syntax;
            }
        }

        return null;
    }

    private static int? InitialCount(ReleaseFact release) => LockCreation.InitialCount(release.Path.LastMember ?? release.Path.Variable);

    private static string Mode(LockMode mode) => mode switch
    {
        LockMode.Shared => "for reading",
        LockMode.Upgradeable => "for upgradeable reading",
        _ => "for writing",
    };

    private static void Report(LockCheck check, ReleaseFact release, SyntaxNode other, string what, string todo) =>
        check.Report(Descriptors.FEAR3006_WrongRelease, release.Syntax, [other], what, todo);
}
