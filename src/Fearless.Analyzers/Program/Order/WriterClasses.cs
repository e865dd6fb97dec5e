using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

/// <summary>The locks that somebody takes for writing: while a writer waits, new readers wait for it.</summary>
internal sealed class WriterClasses
{
    private readonly HashSet<ISymbol> _classes = new(SymbolEqualityComparer.Default);

    public WriterClasses(IEnumerable<TypeFacts> types)
    {
        foreach (var facts in types)
        {
            foreach (var body in facts.Bodies)
            {
                foreach (var acquisition in body.Facts?.Acquisitions ?? [])
                {
                    if (acquisition.Effect.Mode == LockMode.Exclusive && acquisition.Path.LastMember is { } member)
                        _classes.Add(member.OriginalDefinition);
                }
            }
        }
    }

    public bool Contains(ISymbol lockClass) => _classes.Contains(lockClass);
}
