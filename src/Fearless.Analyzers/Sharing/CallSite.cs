using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>A call, or a use of a property, from within the type.</summary>
internal sealed class CallSite(MemberBody caller, SyntaxNode syntax, ThreadContext context, ImmutableArray<HeldLock> locks, AccessPath? receiver)
{
    public MemberBody Caller { get; } = caller;

    public SyntaxNode Syntax { get; } = syntax;

    public ThreadContext Context { get; } = context;

    public ImmutableArray<HeldLock> Locks { get; } = locks;

    /// <summary>Null for a static member, and where no name leads to the object.</summary>
    public AccessPath? Receiver { get; } = receiver;
}
