using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>What a body does to objects: to their fields and elements itself, and through the calls that it makes.</summary>
internal sealed class ObjectFacts
{
    private readonly Dictionary<(SyntaxNode Syntax, AccessKind Kind, ThreadContext Context), AccessFact> _index = [];
    private readonly Dictionary<(SyntaxNode Syntax, IMethodSymbol Method, ThreadContext Context), ObjectCall> _callIndex = [];
    private readonly List<AccessFact> _slots = [];
    private readonly List<ObjectCall> _calls = [];

    /// <summary>Reads and writes of fields, auto-properties and elements, by the name of their object (<see cref="ObjectPaths"/>).</summary>
    public IReadOnlyList<AccessFact> Slots => _slots;

    public IReadOnlyList<ObjectCall> Calls => _calls;

    public void AddSlot(AccessPath path, AccessKind kind, SyntaxNode syntax, ThreadContext context, FlowState state)
    {
        if (_index.TryGetValue((syntax, kind, context), out var known))
        {
            known.Merge(state);
            return;
        }

        var fact = new AccessFact(path, kind, syntax, context, state);
        _index.Add((syntax, kind, context), fact);
        _slots.Add(fact);
    }

    public void AddCall(ObjectCall call, FlowState state)
    {
        if (_callIndex.TryGetValue((call.Point.Syntax, call.Method, call.Point.Context), out var known))
        {
            known.Point.Merge(state);
            return;
        }

        _callIndex.Add((call.Point.Syntax, call.Method, call.Point.Context), call);
        _calls.Add(call);
    }
}
