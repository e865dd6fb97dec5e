using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Which variables of its surroundings a lambda or local function uses.</summary>
internal sealed class ClosureUses
{
    private readonly Dictionary<ISymbol, HashSet<ISymbol>> _used = new(SymbolEqualityComparer.Default);

    public IEnumerable<ISymbol> UsedBy(IMethodSymbol function) => _used.TryGetValue(function, out var used) ? used : [];

    public void Visit(IOperation reference)
    {
        if (RegionInterpreter.Variable(reference) is not { } variable)
            return;
        for (var around = reference.Parent; around is not null; around = around.Parent)
        {
            var function = around switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation local => local.Symbol,
                _ => null,
            };
            if (function is null)
                continue;
            if (SymbolEqualityComparer.Default.Equals(variable.ContainingSymbol, function))
                return;
            if (!_used.TryGetValue(function, out var used))
                _used.Add(function, used = new HashSet<ISymbol>(SymbolEqualityComparer.Default));
            used.Add(variable);
        }
    }
}
