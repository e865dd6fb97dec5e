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
        "'{0}' is {1} without '{2}', which is held at {3} (written at line {4}): take the lock here too",
        "One access that forgets the lock undoes it for all the others: it sees half of a change, or loses one.");
}
