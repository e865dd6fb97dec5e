using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>An event, channel or flag is signalled: what came before is seen by whoever has waited for it.</summary>
internal readonly struct SignalFact(ISymbol on, SyntaxNode syntax, ThreadContext context)
{
    public ISymbol On { get; } = on;

    public SyntaxNode Syntax { get; } = syntax;

    public ThreadContext Context { get; } = context;
}
