using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor FEAR2001_CapturedVariableConflict = Rule(
        "FEAR2001",
        RuleLevel.Warning,
        "Captured variable is written while work that captured it may run",
        "{0}: {1}",
        "A lambda captures the variable, not its value. While the work that captured it may run, a write on either side is a data race.");

    public static readonly DiagnosticDescriptor FEAR2002_SharedObjectConflict = Rule(
        "FEAR2002",
        RuleLevel.Warning,
        "Object is changed while work that shares it may run",
        "{0}: {1}",
        "A closure shares the objects that its variables refer to. While the work that has it may run, a change on either side without a common lock is a data race.");

    public static readonly DiagnosticDescriptor FEAR2003_NotSendCrossing = Rule(
        "FEAR2003",
        RuleLevel.Warning,
        "Value that is not Send crosses to another thread",
        "'{0}' ({1}) is {2}, but {3} by work that runs on another thread: {4}",
        "Whatever a piece of work captures, is given or runs on crosses over to its thread. A value that belongs to one thread must stay there.");

    public static readonly DiagnosticDescriptor FEAR2004_UseAfterMove = Rule(
        "FEAR2004",
        RuleLevel.Warning,
        "Value is used after it was moved",
        "'{0}' is {1}, but it was moved {2}: whoever got it may be using it; finish with it before, or keep a copy",
        "A value that was sent, put into a lock or given back to a pool belongs to somebody else. The reference that is left must not be used.");

    public static readonly DiagnosticDescriptor FEAR2005_MovedWithoutOwnership = Rule(
        "FEAR2005",
        RuleLevel.Warning,
        "Value is given away by code that does not own it",
        "'{0}' is {1}, but {2}",
        "Only an owner can give a value to another thread. What the caller, a field or a lock still refers to has two users afterwards.");

    public static readonly DiagnosticDescriptor FEAR2006_DisposedWhileUsed = Rule(
        "FEAR2006",
        RuleLevel.Warning,
        "Object is disposed while work that uses it may still run",
        "'{0}' is used by the work started at line {1}, which may still run when it is disposed (line {2}): wait for the work before, or let the work dispose it",
        "A using statement disposes its object at the end of its scope, whether or not work that captured the object has ended.");

    [NoCodeFix("What should be kept instead of the scope depends on what it is for.")]
    public static readonly DiagnosticDescriptor FEAR2007_EscapingScope = Rule(
        "FEAR2007",
        RuleLevel.Warning,
        "Scope leaves the function that it was made for",
        "'{0}' is {1}, but it ends with the function that it was made for: what is started through it later is waited for by nobody",
        "A scope waits for the work that was started inside of it. A reference to it that outlives it starts work that nobody waits for, or fails.");

    public static readonly DiagnosticDescriptor FEAR2008_EarlyStart = Rule(
        "FEAR2008",
        RuleLevel.Warning,
        "Constructor starts work before it has stored what the work reads",
        "the work that starts here may see '{0}' before it is stored (line {1}; {2}): start it at the end of the constructor",
        "Work that a constructor starts runs at once, on an object that is not finished. Read-only fields are no exception.");

    public static readonly DiagnosticDescriptor FEAR2009_UnstartedThread = Rule(
        "FEAR2009",
        RuleLevel.Warning,
        "Thread or task is made, but never started",
        "this {0} is thrown away without having been started, so its work never runs: call Start()",
        "A thread, and a task that is made with new, runs nothing before Start() is called on it.");

    public static readonly DiagnosticDescriptor FEAR2010_DisposedUnderWork = Rule(
        "FEAR2010",
        RuleLevel.Warning,
        "Member is disposed while work of its own type may still use it",
        "'{0}' is used by the work started at line {1}, which may still run when '{2}' disposes it (line {3}): wait for the work before, or set a flag and test it under one lock on both sides",
        "To stop a timer or to ask a loop to end is not to have waited for it. What the work uses must stay until the work has ended.");

    public static readonly DiagnosticDescriptor FEAR2011_ThreadAffineUse = Rule(
        "FEAR2011",
        RuleLevel.Warning,
        "Member that belongs to one thread is used on another",
        "'{0}' belongs to the '{1}' thread, but {2}: {3}",
        "Controls, dispatcher objects and whatever is marked [ThreadAffine] may be touched by their own thread only. Elsewhere they throw, or break without a word.");
}
