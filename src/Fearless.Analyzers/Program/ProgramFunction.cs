using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

/// <summary>A node of the call graph: what the engine found in one piece of code.</summary>
/// <param name="key">Which.</param>
/// <param name="body">The body that it is part of.</param>
/// <param name="records">The calls that this piece makes.</param>
/// <param name="calls">Those that lead to code in sight, in the order of the source.</param>
internal sealed class ProgramFunction(FunctionKey key, ProgramBody body, ImmutableArray<ObjectCall> records, ImmutableArray<ProgramCall> calls)
{
    public ImmutableArray<ObjectCall> Records { get; } = records;

    public FunctionKey Key { get; } = key;

    public IMethodSymbol Method => Key.Method;

    public ProgramBody Body { get; } = body;

    public ImmutableArray<ProgramCall> Calls { get; } = calls;

    /// <summary>The fact is about this piece of the body.</summary>
    public bool Has(ThreadContext context, SyntaxNode at) => ReferenceEquals(PartOf(context, at), Key.Part);

    /// <summary>Which piece of a method a fact is about.</summary>
    public static object? PartOf(ThreadContext context, SyntaxNode at) =>
        context.Site is { } site ? site : context == ThreadContext.Unknown ? FunctionSyntax.Outermost(at) : null;
}
