using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>The bodies of one outermost type and how they call each other.</summary>
internal sealed class TypeStructure
{
    /// <param name="compilation">Where the type is declared.</param>
    /// <param name="type">The outermost type.</param>
    /// <param name="bodies">All of its bodies.</param>
    /// <param name="entryLocksOfBase">The entry locks of a member of another type, given the members that are being looked at.</param>
    public TypeStructure(
        Compilation compilation, INamedTypeSymbol type, IReadOnlyList<MemberBody> bodies, Func<IMethodSymbol, HashSet<ISymbol>, IReadOnlyCollection<LockName>?> entryLocksOfBase)
    {
        Compilation = compilation;
        Type = type;
        Bodies = bodies;
        Calls = new CallGraph(bodies);
        Roots = new ThreadRoots(type, Calls);
        Entry = new EntryLocks(Calls, Roots, entryLocksOfBase);
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol Type { get; }

    public IReadOnlyList<MemberBody> Bodies { get; }

    public CallGraph Calls { get; }

    public ThreadRoots Roots { get; }

    public EntryLocks Entry { get; }
}
