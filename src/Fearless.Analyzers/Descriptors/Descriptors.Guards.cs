using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor FEAR3001_UnsuitableLockObject = Rule(
        "FEAR3001",
        RuleLevel.Warning,
        "Unsuitable lock object",
        "{0}: {1}; {2}",
        "A lock protects only against code that locks the same object. An object that strangers can reach may be locked by them too; "
        + "one that is made anew, boxed or exchanged is never the same for two threads.");

    public static readonly DiagnosticDescriptor FEAR3002_DiscardedGuard = Rule(
        "FEAR3002",
        RuleLevel.Certain,
        "Guard is thrown away, so its lock is never released",
        "{0}: {1}",
        "A guard releases its lock when it is disposed. C# has no destructors that run at once: a guard that is discarded, or used as a temporary, "
        + "keeps its lock for good, and the next one who asks for it waits for ever.");

    public static readonly DiagnosticDescriptor FEAR3003_UnreleasedGuard = Rule(
        "FEAR3003",
        RuleLevel.Warning,
        "Guard is not released on every path",
        "{0}: {1}",
        "A guard in a local variable without 'using' keeps its lock on every path that does not dispose it.");

    public static readonly DiagnosticDescriptor FEAR3004_UnreleasedLock = Rule(
        "FEAR3004",
        RuleLevel.Warning,
        "Lock is not released on every path",
        "'{0}' {1}: {2}",
        "A lock that stays taken on one path, be it an early return or an exception, makes everybody else who asks for it wait for ever.");

    public static readonly DiagnosticDescriptor FEAR3005_LockTakenInTry = Rule(
        "FEAR3005",
        RuleLevel.Warning,
        "Lock is taken inside the try that releases it",
        "'{0}' is taken inside the 'try' whose 'finally' releases it (line {1}), so it is released even when taking it failed: take it before the 'try'",
        "When taking the lock fails, is cancelled or is not reached, the 'finally' releases what was never taken: an exception that hides the first, "
        + "or a semaphore that lets two in from then on.");

    [NoCodeFix("Which of the two, the acquisition or the release, is the mistake only the author knows.")]
    public static readonly DiagnosticDescriptor FEAR3006_WrongRelease = Rule(
        "FEAR3006",
        RuleLevel.Warning,
        "Lock is released that is not held",
        "{0}: {1}",
        "Releasing a lock that is not held throws, or, with a semaphore, lets one more in from then on. What was really taken stays taken.");

    public static readonly DiagnosticDescriptor FEAR3007_HeldAcrossAwait = Rule(
        "FEAR3007",
        RuleLevel.Warning,
        "Thread-bound lock is held across an await or yield",
        "'{0}' (taken in line {1}) is held across {2}",
        "Monitors, reader-writer locks, mutexes and spin locks belong to the thread that took them. After an await the code may run on another thread, "
        + "which cannot release them; meanwhile everybody else waits.");

    public static readonly DiagnosticDescriptor FEAR3008_UnawaitedLock = Rule(
        "FEAR3008",
        RuleLevel.Certain,
        "Asynchronous lock is not awaited",
        "the task that takes '{0}' {1}, so the code goes on without the lock, which is taken later and never released: await it",
        "An asynchronous lock is taken when its task has completed. Code that does not await it runs unprotected.");

    [NoCodeFix("Which of the two acquisitions is to go, or which method is to expect the lock, only the author knows.")]
    public static readonly DiagnosticDescriptor FEAR3009_SelfDeadlock = Rule(
        "FEAR3009",
        RuleLevel.Warning,
        "Lock is taken again by its holder",
        "'{0}' is {1} while it is held (taken in line {2}), {3}: take it once, or call a variant that expects it to be held",
        "Only lock statements, monitors and mutexes of the operating system may be taken again by the thread that holds them. All other locks wait for their own holder, or throw.");

    [NoCodeFix("Where the wait can go depends on what the lock protects between it and the release.")]
    public static readonly DiagnosticDescriptor FEAR3010_BlockingUnderLock = Rule(
        "FEAR3010",
        RuleLevel.Warning,
        "Blocking wait while a lock is held",
        "'{0}' {1} while '{2}' is held (taken in line {3}): {4}; wait after the release",
        "Whoever waits with a lock in hand waits for ever if the other side needs that lock first, and makes everybody else wait meanwhile.");

    public static readonly DiagnosticDescriptor FEAR3011_CallOutUnderLock = Rule(
        "FEAR3011",
        RuleLevel.Warning,
        "Foreign code is called while a lock is held",
        "'{0}' {1} while '{2}' is held (taken in line {3}): that code may wait for another lock, or come back for this one; call it after the release",
        "Callbacks, event handlers and continuations are somebody else's code. With the lock held they may deadlock, come back in the middle of a change, or take their time.");

    public static readonly DiagnosticDescriptor FEAR3012_ConditionMisuse = Rule(
        "FEAR3012",
        RuleLevel.Warning,
        "Condition is waited for or announced the wrong way",
        "{0}: {1}",
        "A wait may end although the condition does not hold, and a pulse is lost if nobody waits. Both are right only if the state is tested in a loop, "
        + "changed before the pulse, and all of it happens under the one lock.");

    [NoCodeFix("Whether the use belongs before the release, or the release after the use, only the author knows.")]
    public static readonly DiagnosticDescriptor FEAR3013_SpentGuard = Rule(
        "FEAR3013",
        RuleLevel.Certain,
        "Guard is used after its release",
        "'{0}' was disposed before (line {1}), so it guards nothing any more: use the value before the release, or keep a copy of what is needed",
        "A guard gives access to the value while it holds the lock. After its release the access throws.");

    public static readonly DiagnosticDescriptor FEAR3014_EscapingValue = Rule(
        "FEAR3014",
        RuleLevel.Warning,
        "Protected value outlives its lock",
        "{0}: {1}",
        "A reference to what a lock protects, or a query over it, that gets out is used without the lock, while others change it under the lock.");

    public static readonly DiagnosticDescriptor FEAR3015_CopiedLock = Rule(
        "FEAR3015",
        RuleLevel.Warning,
        "Lock is copied",
        "'{0}' ({1}) {2}, and a copy of a lock excludes nobody: {3}",
        "A SpinLock is a struct. A copy of it, or of a struct that contains it, is another lock, taken and released by itself.");

    public static readonly DiagnosticDescriptor FEAR3016_UnknownLockName = Rule(
        "FEAR3016",
        RuleLevel.Warning,
        "Marker names no lock",
        "{0} is no field or property that '{1}' can name, so [{2}] promises nothing: use 'nameof'",
        "A marker about a lock is checked by the name that it gives. With a name that nothing has, it is a comment.");

    public static readonly DiagnosticDescriptor FEAR3017_ReplaceableLock = Rule(
        "FEAR3017",
        RuleLevel.Warning,
        "Lock may be replaced from outside",
        "'{0}' is a {1} that others may replace: those who wait for the old one and those who take the new one do not exclude each other; make it read-only",
        "A lock excludes only those who take the same object.");

    public static readonly DiagnosticDescriptor FEAR3018_BrokenLockContract = Rule(
        "FEAR3018",
        RuleLevel.Warning,
        "Lock contract of a method is not kept",
        "{0}: {1}",
        "A method that is marked [RequiresLock] relies on its callers to hold the lock, one that is marked [ExcludesLock] on their not holding it.");

    public static readonly DiagnosticDescriptor FEAR3020_IgnoredOutcome = Rule(
        "FEAR3020",
        RuleLevel.Warning,
        "Nobody looks whether the lock was got",
        "'{0}' may return without '{1}', and nobody looks: the code below then {2}",
        "A lock that is asked for with a limit is not always got. The call says whether it was; what follows without a look runs unprotected whenever somebody else holds the lock for long.");
}
