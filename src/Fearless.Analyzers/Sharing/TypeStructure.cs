using System;
using System.Collections.Generic;
using Fearless.Analyzers.Program;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>The bodies of one outermost type and how they call each other.</summary>
internal sealed class TypeStructure
{
    /// <param name="compilation">Where the type is declared.</param>
    /// <param name="type">The outermost type.</param>
    /// <param name="bodies">All of its bodies.</param>
    /// <param name="structures">The structure of other types, such as its base.</param>
    /// <param name="names">Where names are used.</param>
    /// <param name="makers">Who makes which objects.</param>
    /// <param name="program">Who calls it from outside.</param>
    public TypeStructure(Compilation compilation, INamedTypeSymbol type, IReadOnlyList<MemberBody> bodies, Func<INamedTypeSymbol, TypeStructure?> structures, NameUses names, Makers makers, ProgramFacts program)
    {
        Compilation = compilation;
        Type = type;
        Bodies = bodies;
        Makers = makers;
        Calls = new CallGraph(bodies);
        Program = program;
        Roots = new ThreadRoots(type, Calls, names, program);
        SetUp = new SetUpPhase(Calls, Roots, bodies, structures, makers);
        Entry = new EntryLocks(bodies, Calls, Roots, SetUp, structures);
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol Type { get; }

    public IReadOnlyList<MemberBody> Bodies { get; }

    public ProgramFacts Program { get; }

    public Makers Makers { get; }

    public CallGraph Calls { get; }

    public ThreadRoots Roots { get; }

    public SetUpPhase SetUp { get; }

    public EntryLocks Entry { get; }
}
