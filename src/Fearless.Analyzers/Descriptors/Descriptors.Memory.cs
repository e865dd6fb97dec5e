using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor FEAR6001_MixedAtomicAccess = Rule(
        "FEAR6001",
        RuleLevel.Warning,
        "Field is accessed both atomically and plainly",
        "'{0}' is {1} plainly here{5}, but through {2} at {3}: make this {4} atomic as well, or guard all of them with one lock",
        "A location is atomic only if every access to it is. A plain store can undo an interlocked update of another thread; a plain load can be "
        + "stale, torn, or taken out of a loop.");

    public static readonly DiagnosticDescriptor FEAR6002_NonAtomicUpdate = Rule(
        "FEAR6002",
        RuleLevel.Warning,
        "Atomic steps that do not add up to one",
        "{0}: {1}",
        "Volatile and atomic accesses are single steps. A load and a store that depends on it are two, and another thread may do the same in between.");

    public static readonly DiagnosticDescriptor FEAR6003_BrokenDoubleCheck = Rule(
        "FEAR6003",
        RuleLevel.Warning,
        "Double-checked locking with a check that orders nothing",
        "'{0}' is read here without the lock under which line {1} sets it: {2}",
        "The first check of double-checked locking is a plain read. It sees the reference of a finished object, but says nothing about other data: "
        + "they may be seen as they were before.");

    public static readonly DiagnosticDescriptor FEAR6004_EarlyPublication = Rule(
        "FEAR6004",
        RuleLevel.Warning,
        "Published before it is ready",
        "{0}: {1}",
        "What is stored in a shared field can be used by others at once. An object that is filled, or a flag whose promise is kept, after the store "
        + "is met half finished.");

    public static readonly DiagnosticDescriptor FEAR6005_TornValue = Rule(
        "FEAR6005",
        RuleLevel.Warning,
        "Value that does not fit a word is shared without a lock",
        "'{0}' ({1}) is read here while line {2} may be writing it, and does not fit a word: half of it may be old; use a lock, or store it in an object",
        "Only values that fit a word are read and written whole. A larger struct, a decimal or a nullable value is copied in several steps, and "
        + "a reader may get parts of two values.");

    public static readonly DiagnosticDescriptor FEAR6006_RepeatedFactory = Rule(
        "FEAR6006",
        RuleLevel.Warning,
        "Lazy value that must be closed may be made several times",
        "every thread that asks at once makes a '{0}' of its own here, and all but one are thrown away without being disposed: {1}",
        "With publication alone protected, the factory runs once for each thread that comes before the first has finished. A file is then opened twice, a connection leaks.");

    public static readonly DiagnosticDescriptor FEAR6007_ThreadValueAcrossAwait = Rule(
        "FEAR6007",
        RuleLevel.Warning,
        "Value of one thread is looked for after an await",
        "{0}; {1}",
        "The code after an await may run on another thread than the code before it. What was stored for the one is not there for the other, and what belongs to the one "
        + "may be in use by it.");

    [NoCodeFix("The caller must set the value, or a method that does not await; what has to wait for what, only the author knows.")]
    public static readonly DiagnosticDescriptor FEAR6008_UnflowingAsyncLocal = Rule(
        "FEAR6008",
        RuleLevel.Warning,
        "Value of an AsyncLocal does not get where it is looked for",
        "{0}: {1}",
        "An AsyncLocal flows into what is called and started, never back out of an async method; and it is the reference that flows: the object behind it is shared by all.");
}
