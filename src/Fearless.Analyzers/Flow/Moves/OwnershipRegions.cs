using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// What goes with an object: the variables that are other names for it, and those whose objects were put into it when it was made. And which
/// variables a lambda or local function uses.
/// </summary>
internal sealed class OwnershipRegions
{
    private readonly Dictionary<ISymbol, HashSet<ISymbol>> _closures = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, List<ISymbol>> _names = new(SymbolEqualityComparer.Default);
    private readonly VariableTable _variables;
    private readonly Func<ITypeSymbol, bool> _counts;

    public OwnershipRegions(IOperation block, VariableTable variables, Func<ITypeSymbol, bool> counts)
    {
        _variables = variables;
        _counts = counts;
        foreach (var operation in block.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation { Symbol: { } local } when variables.OnlyValueOf(local) is { } value && Variable(value) is { } original && IsFinal(original):
                    Add(_names, original, local);
                    break;
                case ILocalReferenceOperation or IParameterReferenceOperation:
                    AddToClosures(operation);
                    break;
            }
        }
    }

    public bool Counts(ITypeSymbol type) => type is not IErrorTypeSymbol && _counts(type);

    /// <summary>The variables of the surroundings that the function uses.</summary>
    public IEnumerable<ISymbol> UsedBy(IMethodSymbol function) => _closures.TryGetValue(function, out var used) ? used : [];

    /// <summary>All variables through which one could still reach what goes.</summary>
    public HashSet<ISymbol> GoingWith(IOperation value)
    {
        var region = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        Collect(value, region, 6);
        return region;
    }

    public static ISymbol? Variable(IOperation? operation) => operation?.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol } } parameter => parameter.Parameter,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation declared } => declared.Local,
        _ => null,
    };

    private void Collect(IOperation value, HashSet<ISymbol> region, int depth)
    {
        value = value.Unwrap();
        if (depth == 0 || value.Type is not { } type || !Counts(type))
            return;
        if (Variable(value) is { } variable)
        {
            if (!region.Add(variable))
                return;
            foreach (var name in _names.TryGetValue(variable, out var names) ? names : [])
                region.Add(name);
            if (_variables.OnlyValueOf(variable) is { } only)
                Collect(only, region, depth - 1);
            return;
        }

        switch (value)
        {
            case IObjectCreationOperation creation:
                if (Keeps(creation))
                    CollectArguments(creation.Arguments, region, depth);
                foreach (var initializer in creation.Initializer?.Initializers ?? [])
                {
                    if (initializer is ISimpleAssignmentOperation assignment)
                        Collect(assignment.Value, region, depth - 1);
                    else if (initializer is IInvocationOperation { TargetMethod.Name: "Add" } add)
                        CollectArguments(add.Arguments, region, depth);
                }

                break;
            case ITupleOperation tuple:
                foreach (var element in tuple.Elements)
                    Collect(element, region, depth - 1);
                break;
        }
    }

    /// <summary>A collection that is made from a sequence copies it; other objects keep what they are given.</summary>
    private static bool Keeps(IObjectCreationOperation creation) => creation.Constructor is { DeclaringSyntaxReferences.IsEmpty: false }
        || creation.Constructor is { ContainingType.IsImplicitlyDeclared: true }
        || creation.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.ObjectCreationExpressionSyntax && creation.Type is { DeclaringSyntaxReferences.IsEmpty: false };

    private void CollectArguments(ImmutableArray<IArgumentOperation> arguments, HashSet<ISymbol> region, int depth)
    {
        foreach (var argument in arguments)
            Collect(argument.Value, region, depth - 1);
    }

    private bool IsFinal(ISymbol variable) => _variables.ValuesOf(variable).Count <= (variable is IParameterSymbol ? 0 : 1);

    private void AddToClosures(IOperation reference)
    {
        if (Variable(reference) is not { } variable)
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
            if (!_closures.TryGetValue(function, out var used))
                _closures.Add(function, used = new HashSet<ISymbol>(SymbolEqualityComparer.Default));
            used.Add(variable);
        }
    }

    private static void Add(Dictionary<ISymbol, List<ISymbol>> into, ISymbol key, ISymbol value)
    {
        if (!into.TryGetValue(key, out var list))
            into.Add(key, list = []);
        list.Add(value);
    }
}
