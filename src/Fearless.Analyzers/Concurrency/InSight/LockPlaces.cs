using System.Collections.Concurrent;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers;

/// <summary>Private locks that are taken in one place only: whoever is called from there may want any lock but this one.</summary>
internal sealed class LockPlaces(StoredValues values)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    public bool IsTakenOnce(AccessPath path) =>
        path.LastMember is IFieldSymbol { DeclaredAccessibility: Accessibility.Private } gate && (_known.TryGetValue(gate, out var known) ? known : _known.GetOrAdd(gate, Find(gate)));

    private bool Find(ISymbol gate)
    {
        if (values.UsesOf(gate) is not { } uses)
            return false;
        var places = 0;
        foreach (var (name, _) in uses)
        {
            ExpressionSyntax use = name.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == name ? qualified : name;
            switch (use.Parent)
            {
                case LockStatementSyntax:
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Enter" or "TryEnter" or "EnterScope" or "Wait" or "WaitOne" }:
                case ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Enter" or "TryEnter" } } }:
                    places++;
                    break;
                case MemberAccessExpressionSyntax or AssignmentExpressionSyntax or ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Exit" } } }:
                    break;
                default:
                    return false;
            }
        }

        return places == 1;
    }
}
