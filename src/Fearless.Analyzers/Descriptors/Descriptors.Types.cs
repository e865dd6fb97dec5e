using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor FEAR1001_UnfitMarkedType = Rule(
        "FEAR1001",
        RuleLevel.Warning,
        "Type is marked [Send] or [Sync], but is not",
        "'{0}' is marked [{1}], but is {2}: {3}",
        "A type may cross to another thread, or be shared by several, only if everything that it consists of may. "
        + "Those who use the type trust its marker, so the marker is checked against the declaration.");

    public static readonly DiagnosticDescriptor FEAR1002_BrokenInheritedMarker = Rule(
        "FEAR1002",
        RuleLevel.Warning,
        "Derived or implementing type breaks a [Send] or [Sync] that it inherits",
        "'{0}' inherits [{1}] from '{2}', but is {3}: {4}",
        "Whoever holds a value of a base class or interface that is marked trusts every type that may stand behind it.");

    public static readonly DiagnosticDescriptor FEAR1003_UnmetBound = Rule(
        "FEAR1003",
        RuleLevel.Warning,
        "Type argument does not meet the bound of its type parameter",
        "'{0}' is {1}, which '{2}' of '{3}' must be: {4}",
        "A type parameter that is marked [Send] or [Sync] is handed to other threads, or shared with them, by the code behind it.");

    public static readonly DiagnosticDescriptor FEAR1004_UnboundTypeParameter = Rule(
        "FEAR1004",
        RuleLevel.Warning,
        "Type parameter crosses threads, but has no bound that allows it",
        "'{0}' must be {1}, because {2} (line {3}), but nothing says so: mark it [{1}]",
        "A generic type or method that hands values of its type parameter to other threads must say so at the parameter, so that every argument is checked.");
}
