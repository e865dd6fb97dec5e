using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Frame;

/// <summary>Where each symbol of a program is named, its declaration apart.</summary>
internal sealed class Uses
{
    private readonly ILookup<ISymbol, SimpleNameSyntax> _names;

    public Uses(SemanticModel model) =>
        _names = model.SyntaxTree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>()
            .Select(name => (Name: name, Symbol: (model.GetSymbolInfo(name) is var info ? info.Symbol ?? info.CandidateSymbols.FirstOrDefault() : null)?.OriginalDefinition))
            .Where(static pair => pair.Symbol is not null)
            .ToLookup(static pair => pair.Symbol!, static pair => pair.Name, SymbolEqualityComparer.Default);

    public IEnumerable<SimpleNameSyntax> Of(ISymbol symbol) => _names[symbol.OriginalDefinition];

    /// <summary>The name with the receiver that it is written with: <c>this.x</c>, <c>a.b.x</c>.</summary>
    public static ExpressionSyntax WithReceiver(SimpleNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
}
