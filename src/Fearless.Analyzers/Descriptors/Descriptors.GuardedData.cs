using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor FEAR4001_UnguardedAccess = Rule(
        "FEAR4001",
        RuleLevel.Warning,
        "Member marked [GuardedBy] is accessed without its lock",
        "'{0}' is {1} here, but {2}: {3}",
        "A [GuardedBy] member is read and written only while the named lock of the same object is held. With several names, all of them to write and any to read.");

    public static readonly DiagnosticDescriptor FEAR4002_ForgottenLock = Rule(
        "FEAR4002",
        RuleLevel.Warning,
        "Member is accessed without the lock that its other accesses hold",
        "'{0}' is {1}{5} without {2}, which is held at {3} (written at {4}): take the lock here too",
        "One access that forgets the lock undoes it for all the others: it sees half of a change, or loses one.");

    public static readonly DiagnosticDescriptor FEAR4003_UnguardedSharing = Rule(
        "FEAR4003",
        RuleLevel.Warning,
        "Member is shared with started work without a lock",
        "'{0}' is {1} here {2} may be {3} ({4}), with no lock in common{5}: {6}",
        "Two threads that access a member at the same time, at least one of them to change it, see halves of changes and lose others.");

    public static readonly DiagnosticDescriptor FEAR4004_InstanceGuardOfStatic = Rule(
        "FEAR4004",
        RuleLevel.Warning,
        "Static member is changed under a lock of an instance",
        "'{0}' is static, but is changed under '{1}', which each instance has for itself: take a static lock, or use Interlocked",
        "Two instances hold two different locks, so they change the static member at the same time.");

    public static readonly DiagnosticDescriptor FEAR4005_StaleDecision = Rule(
        "FEAR4005",
        RuleLevel.Warning,
        "Decision under one acquisition of a lock, action under a later one",
        "'{0}' is changed by what was read of it at line {1} under an earlier acquisition of '{2}', and may have changed since: do both under one acquisition, or look again",
        "Between two acquisitions of a lock anybody may hold it. What was true under the first need not be true under the second.");

    public static readonly DiagnosticDescriptor FEAR4006_GuardedDataEscape = Rule(
        "FEAR4006",
        RuleLevel.Warning,
        "Guarded collection leaves its lock",
        "'{0}' {1}, so the caller reads it without '{2}', under which it changes (line {3}): return a copy made under the lock",
        "A collection that is handed out goes on changing under its lock while the caller enumerates it without. The same is true of live views and of queries that run later.");

    public static readonly DiagnosticDescriptor FEAR4010_ReplaceableGuard = Rule(
        "FEAR4010",
        RuleLevel.Warning,
        "Lock that [GuardedBy] names can be replaced",
        "'{0}' is guarded by '{1}', which is not readonly: whoever holds the old object does not exclude whoever takes the new one",
        "A lock guards only as long as everybody locks the same object.");

    public static readonly DiagnosticDescriptor FEAR4012_SharedStatic = Rule(
        "FEAR4012",
        RuleLevel.Warning,
        "Static object that is not thread-safe is changed by started work",
        "'{0}' is static, and its {1} is changed here{2} without a lock by code that several threads come to{3}: use a concurrent type or a lock, or give each caller its own",
        "Every thread shares a static. What it holds must be safe for several threads at once, guarded by a static lock, or one for each thread.");

    public static readonly DiagnosticDescriptor FEAR4013_WrittenUnderReadLock = Rule(
        "FEAR4013",
        RuleLevel.Warning,
        "Member is written while its lock is held for reading only",
        "'{0}' is {1} while '{2}' is held for reading only, which lets other readers in ({3} holds it for writing): take it for writing",
        "The read mode of a reader-writer lock keeps writers out, but not other readers. What is written under it is written by several threads at once.");
}
