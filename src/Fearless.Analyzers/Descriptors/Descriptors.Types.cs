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

    public static readonly DiagnosticDescriptor FEAR1005_InitializedThreadStatic = Rule(
        "FEAR1005",
        RuleLevel.Warning,
        "Thread-static field has an initializer",
        "'{0}' is '{1}' on the first thread only: the initializer runs once, and every other thread starts with the default",
        "The initializer of a static field runs once per process, on the thread that first needs it. The copies of all other threads start at their default.");

    [NoCodeFix("Only the author knows which of the two markers is meant.")]
    public static readonly DiagnosticDescriptor FEAR1006_ContradictoryMarkers = Rule(
        "FEAR1006",
        RuleLevel.Warning,
        "Markers contradict each other",
        "'{0}' is marked [{1}], which contradicts {2}",
        "A type cannot be both fit and unfit to cross threads. Users of the type see one of the markers and may rely on the wrong one.");

    [NoCodeFix("The justification is what only the author knows.")]
    public static readonly DiagnosticDescriptor FEAR1007_UnjustifiedAssumption = Rule(
        "FEAR1007",
        RuleLevel.Warning,
        "Unchecked promise has no justification",
        "'{1}' is marked [{0}] without a justification: say what keeps it safe, although it cannot be checked",
        "An assumption switches the check off. The next person who changes the code must know what the promise rests on.");

    [NoCodeFix("The catalog is not C#, and what its author meant is not known.")]
    public static readonly DiagnosticDescriptor FEAR1008_CatalogMistake = Rule(
        "FEAR1008",
        RuleLevel.Warning,
        "Mistake in a catalog file",
        "{0}",
        "A project's *.fearless.txt files say which types of other assemblies are Send and Sync. What cannot be read says nothing.");

    [NoCodeFix("What the closure should capture instead depends on what it is for.")]
    public static readonly DiagnosticDescriptor FEAR1009_UnfitClosure = Rule(
        "FEAR1009",
        RuleLevel.Warning,
        "Closure of a marked delegate type captures what is not fit for it",
        "'{0}' ({1}) is {2}, but is captured by a closure that becomes a '{3}', which promises it: {4}",
        "A delegate type that is marked [Send] or [Sync] is called on other threads. Whatever its closure captures crosses over with it.");

    public static readonly DiagnosticDescriptor FEAR1010_InstanceThreadStatic = Rule(
        "FEAR1010",
        RuleLevel.Warning,
        "Thread-static attribute on a field of an instance",
        "'{0}' is a field of each instance, where [ThreadStatic] does nothing: all threads share it; make it static, or use ThreadLocal<T>",
        "The runtime looks for the attribute on static fields only. On others it is ignored without a word.");
}
