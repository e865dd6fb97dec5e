using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>The bodies that may run when a member is called: its own, and those of what overrides it in the same outermost type.</summary>
internal sealed class MemberBodyIndex
{
    private readonly Dictionary<ISymbol, List<MemberBody>> _bodies = new(SymbolEqualityComparer.Default);

    public MemberBodyIndex(IReadOnlyList<MemberBody> bodies)
    {
        foreach (var body in bodies)
        {
            Add(body.Owner, body);
            for (var method = (body.Owner as IMethodSymbol)?.OverriddenMethod; method is not null; method = method.OverriddenMethod)
                Add(method.OriginalDefinition, body);
        }
    }

    public IReadOnlyList<MemberBody> BodiesOf(ISymbol member) => _bodies.TryGetValue(member, out var bodies) ? bodies : [];

    private void Add(ISymbol member, MemberBody body)
    {
        if (!_bodies.TryGetValue(member, out var bodies))
            _bodies.Add(member, bodies = []);
        bodies.Add(body);
    }
}
