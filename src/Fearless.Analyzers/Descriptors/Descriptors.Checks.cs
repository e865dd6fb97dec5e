using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor FEAR4007_StaleCheck = Rule(
        "FEAR4007",
        RuleLevel.Warning,
        "Field is tested for null, then read again",
        "'{0}' was {1} at {2}, but is read again here{5}, and {3} may {4} in between: read it once into a local variable",
        "A field that other threads set to null may change between the test and the use. One read into a local variable decides for both.");

    public static readonly DiagnosticDescriptor FEAR4008_UncopiedEvent = Rule(
        "FEAR4008",
        RuleLevel.Warning,
        "Event is tested for null, then read again to be raised",
        "'{0}' is tested for null at line {1} and read again here: if the last handler is removed in between, this call throws; use '{0}?.Invoke(...)'",
        "An event's field is null when the last handler is gone. Handlers come and go on other threads, also between the test and the call.");

    public static readonly DiagnosticDescriptor FEAR4009_ConcurrentCheckThenAct = Rule(
        "FEAR4009",
        RuleLevel.Warning,
        "Check and act on a concurrent collection are not one step",
        "{0}: {1}; {2}",
        "Each call of a concurrent collection is atomic; two calls are not. What the first found out may no longer be so when the second runs.");

    [NoCodeFix("The collection must be replaced, or locked wherever it is used; both decide about more than this line.")]
    public static readonly DiagnosticDescriptor FEAR4011_ChangedSharedValue = Rule(
        "FEAR4011",
        RuleLevel.Warning,
        "Plain collection in a concurrent dictionary is changed without a lock",
        "this '{0}' comes out of '{1}' (line {2}), where other threads get it as well, and is changed here without a lock: store a concurrent or immutable collection, or lock it wherever it is used",
        "A concurrent dictionary protects its own structure, not the objects that it hands out.");

    public static readonly DiagnosticDescriptor FEAR4014_FactoryWithEffects = Rule(
        "FEAR4014",
        RuleLevel.Warning,
        "Factory of a concurrent dictionary has effects",
        "the factory that '{0}.{1}' is given here {2}, but may run several times for one key, and for several keys at once: {3}",
        "A concurrent dictionary calls factories outside of its locks. Threads that come at once each run it, and all results but one are thrown away.");
}
