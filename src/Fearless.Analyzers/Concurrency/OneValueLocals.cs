using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Looks up what locals were given, around one operation; reads the member's body only when asked.</summary>
internal sealed class OneValueLocals(IOperation inside)
{
    private VariableTable? _variables;

    /// <summary>The only value that the local ever has.</summary>
    public IOperation? ValueOf(ISymbol local) => Variables().OnlyValueOf(local);

    /// <summary>It holds what a <c>new</c> in sight has made, and never anything else.</summary>
    public bool IsMadeHere(ISymbol local) => ValueOf(local)?.Unwrap() is IObjectCreationOperation;

    public ILocalFunctionOperation? Find(IMethodSymbol function)
    {
        foreach (var operation in Root().Descendants())
        {
            if (operation is ILocalFunctionOperation local && SymbolEqualityComparer.Default.Equals(local.Symbol, function.OriginalDefinition))
                return local;
        }

        return null;
    }

    private VariableTable Variables()
    {
        if (_variables is null)
        {
            _variables = new VariableTable();
            foreach (var operation in Root().DescendantsAndSelf())
                _variables.Visit(operation);
        }

        return _variables;
    }

    private IOperation Root()
    {
        var root = inside;
        while (root.Parent is { } parent)
            root = parent;
        return root;
    }
}
