using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

internal enum CallTiming
{
    /// <summary>The callee's code runs before the caller goes on.</summary>
    Now,

    /// <summary>Some time, or never: nobody waits for it here.</summary>
    Later,
}

/// <summary>A call, with all that may run because of it.</summary>
/// <param name="record">What the engine recorded at the call.</param>
/// <param name="timing">When the callee runs.</param>
/// <param name="targets">What may run; empty: it is out of sight.</param>
/// <param name="isComplete">Nothing else can run.</param>
internal sealed class ProgramCall(ObjectCall record, CallTiming timing, ImmutableArray<CallTarget> targets, bool isComplete)
{
    public ObjectCall Record { get; } = record;

    public CallTiming Timing { get; } = timing;

    public ImmutableArray<CallTarget> Targets { get; } = targets;

    public bool IsComplete { get; } = isComplete;

    public SyntaxNode Syntax => Record.Point.Syntax;
}

/// <summary>A piece of code that a call may run.</summary>
/// <param name="function">Which.</param>
/// <param name="binding">What its own names are for the caller.</param>
internal readonly struct CallTarget(FunctionKey function, Binding binding)
{
    public FunctionKey Function { get; } = function;

    public Binding Binding { get; } = binding;
}
