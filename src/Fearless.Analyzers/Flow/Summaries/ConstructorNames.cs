using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>Where a constructor stores what it is given, so that a name within the object becomes one of its maker's.</summary>
internal sealed class ConstructorNames
{
    private readonly Dictionary<ISymbol, AccessPath> _stored = new(SymbolEqualityComparer.Default);
    private readonly IMethodSymbol _constructor;

    public ConstructorNames(IMethodSymbol constructor, MethodSummary? summary)
    {
        _constructor = constructor;
        foreach (var operation in summary?.Body.Descendants() ?? [])
        {
            if (operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation } target } assignment
                && summary!.Paths.Resolve(assignment.Value) is { Variable: IParameterSymbol } path)
            {
                _stored[target.Member.OriginalDefinition] = path;
            }
        }

        if (summary is null)
            AddInitializers(constructor);
    }

    /// <summary>In terms of the parameters; null: no name leads there.</summary>
    public AccessPath? Translate(AccessPath path)
    {
        if (path.Root == PathRoot.Static || path.Variable is IParameterSymbol)
            return path;
        if (path.Root != PathRoot.This || path.Steps.IsEmpty || path.Steps[0].Member is not { } member)
            return null;
        var rest = path.Steps.RemoveAt(0);
        if (member is IParameterSymbol captured)
            return AccessPath.Of(captured).Follow(rest);
        return _stored.TryGetValue(member, out var stored) ? stored.Follow(rest) : null;
    }

    /// <summary>Of a primary constructor: <c>private readonly object _gate = gate;</c>.</summary>
    private void AddInitializers(IMethodSymbol constructor)
    {
        foreach (var member in constructor.ContainingType.GetMembers())
        {
            if (member is not IFieldSymbol { DeclaringSyntaxReferences: { Length: 1 } references }
                || references[0].GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: IdentifierNameSyntax { Identifier.ValueText: var name } })
                continue;
            foreach (var parameter in _constructor.Parameters)
            {
                if (parameter.Name == name)
                    _stored[member] = AccessPath.Of(parameter);
            }
        }
    }
}
