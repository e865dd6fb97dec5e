using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor FEAR5001_LockOrder = Rule(
        "FEAR5001",
        RuleLevel.Warning,
        "Locks are taken in opposite orders",
        "'{0}' is taken while '{1}' is held{2}, but {3}: each may wait for the other for ever; take them in one order everywhere",
        "Two threads that each hold the lock that the other one wants next wait for ever. Locks that are always taken in one order cannot come to that.");

    public static readonly DiagnosticDescriptor FEAR5002_LockOrderAcrossTypes = Rule(
        "FEAR5002",
        RuleLevel.Warning,
        "Locks of several types are taken in opposite orders",
        "'{0}' is taken while '{1}' is held{2}, but {3}: each may wait for the other for ever; call the other type after the release, or take them in one order everywhere",
        "Two types that call each other with their own lock held wait for each other's. No file alone shows it, so it is reported by builds only.",
        buildOnly: true);

    public static readonly DiagnosticDescriptor FEAR5003_UnorderedPair = Rule(
        "FEAR5003",
        RuleLevel.Warning,
        "Locks of two objects are taken in no particular order",
        "'{0}' is taken while '{1}' is held{2}, and a call with the two exchanged takes them the other way round: order them by a key, or take both at once",
        "Two threads that take the locks of the same two objects, each beginning with another one, wait for each other for ever.");

    public static readonly DiagnosticDescriptor FEAR5004_DeclaredOrderViolation = Rule(
        "FEAR5004",
        RuleLevel.Warning,
        "Lock is taken against the declared order",
        "'{0}' is taken while '{1}' is held{2}, but it {3}: take '{0}' first, or before or after the other, not under it",
        "[AcquiredBefore] and [LockRank] promise an order that everybody keeps. Whoever takes the locks the other way round can wait for one who keeps it, for ever.");

    public static readonly DiagnosticDescriptor FEAR5005_ContradictoryOrder = Rule(
        "FEAR5005",
        RuleLevel.Warning,
        "Declared lock order contradicts itself",
        "'{0}' is declared to be taken before {1}, so nobody can keep the order: remove one of the markers",
        "An order that goes round is none: whatever the code does is against one of the markers.");
}
