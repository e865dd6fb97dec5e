using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// Which variables may hold the handle of which started work. Flow-insensitive, and generous: joining too much loses a finding,
/// joining too little invents one.
/// </summary>
internal sealed class HandleFlow
{
    private readonly Dictionary<ISymbol, List<IOperation>> _sources = new(SymbolEqualityComparer.Default);
    private readonly List<(SyntaxNode Header, ILoopOperation Loop)> _loops = [];
    private readonly List<IOperation> _joined = [];

    public void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Initializer: { } initializer } declarator when Handles.Mentions(declarator.Symbol.Type):
                Add(declarator.Symbol, initializer.Value);
                break;
            case IAssignmentOperation assignment when Handles.Mentions(assignment.Value.Type) && Root(assignment.Target) is { } target:
                Add(target, assignment.Value);
                break;
            case IForEachLoopOperation loop:
                _loops.Add((loop.Collection.Syntax, loop));
                foreach (var local in loop.Locals)
                    Add(local, loop.Collection);
                break;
            case IForLoopOperation { Condition: { } condition } loop:
                _loops.Add((condition.Syntax, loop));
                break;
            case IWhileLoopOperation { Condition: { } condition } loop:
                _loops.Add((condition.Syntax, loop));
                break;
            case IInvocationOperation { Instance: { } instance } call when Handles.Mentions(instance.Type) && Root(instance) is { } receiver:
                foreach (var argument in call.Arguments)
                {
                    if (Handles.Mentions(argument.Value.Type))
                        Add(receiver, argument.Value);
                }

                break;
        }

        if (Handles.JoinedBy(operation) is { } handle)
            _joined.Add(handle);
    }

    /// <summary>The work whose handles the expression may lead to.</summary>
    public ulong SitesIn(IOperation expression, IReadOnlyList<SpawnSite> sites)
    {
        if (sites.Count == 0)
            return 0;
        var visited = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        return Collect(expression, sites, visited);
    }

    /// <summary>
    /// What has been joined when the loop with this condition is left: its body joins an element at a time, and the paths through the
    /// flow graph cannot know that it saw them all.
    /// </summary>
    public ulong JoinedByLoop(SyntaxNode header, IReadOnlyList<SpawnSite> sites)
    {
        var joined = 0UL;
        foreach (var (condition, loop) in _loops)
        {
            if (condition != header)
                continue;
            foreach (var handle in _joined)
            {
                if (!loop.Body.Syntax.FullSpan.Contains(handle.Syntax.Span))
                    continue;
                var found = SitesIn(handle, sites);
                foreach (var site in sites)
                {
                    if ((site.Bit & found) != 0 && !loop.Syntax.FullSpan.Contains(site.Call.Span))
                        joined |= site.Bit;
                }
            }
        }

        return joined;
    }

    private ulong Collect(IOperation expression, IReadOnlyList<SpawnSite> sites, HashSet<ISymbol> visited)
    {
        var found = 0UL;
        foreach (var site in sites)
        {
            if (expression.Syntax.FullSpan.Contains(site.Call.Span))
                found |= site.Bit;
        }

        foreach (var operation in expression.DescendantsAndSelf())
        {
            if (Symbol(operation) is not { } variable || !visited.Add(variable) || !_sources.TryGetValue(variable, out var values))
                continue;
            foreach (var value in values)
                found |= Collect(value, sites, visited);
        }

        return found;
    }

    private static ISymbol? Symbol(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };

    private static ISymbol? Root(IOperation operation) => operation.Unwrap() switch
    {
        IArrayElementReferenceOperation element => Root(element.ArrayReference),
        IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } instance } => Root(instance),
        { } other => Symbol(other),
    };

    private void Add(ISymbol variable, IOperation value)
    {
        if (!_sources.TryGetValue(variable, out var values))
            _sources.Add(variable, values = []);
        values.Add(value);
    }
}
