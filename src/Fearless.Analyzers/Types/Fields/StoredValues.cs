using System.Collections.Concurrent;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Types;

/// <summary>
/// Everything that is stored in a private field, an auto-property with a private setter, or a local, elements included where it holds several. Costly:
/// asked when there is something to report.
/// </summary>
internal sealed class StoredValues(Compilation compilation)
{
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<IOperation>?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Null: it may hold something that is not in sight. Nothing at all is empty.</summary>
    public IReadOnlyList<IOperation>? Of(ISymbol? storage)
    {
        storage = storage?.OriginalDefinition;
        if (storage is null)
            return null;
        return _known.TryGetValue(storage, out var known) ? known : _known.GetOrAdd(storage, Find(storage));
    }

    /// <summary>The names in the source that stand for it, each with the model to ask about it; null: some may be out of sight.</summary>
    public IEnumerable<(SimpleNameSyntax Name, SemanticModel Model)>? UsesOf(ISymbol storage)
    {
        storage = storage.OriginalDefinition;
        return IsInSight(storage) ? Names(storage) : null;
    }

    /// <summary>The operation of a name that stands for the method; null: it is another one's.</summary>
    public IOperation? CallAt(SimpleNameSyntax name, IMethodSymbol method)
    {
        var model = SourceModels.Of(compilation, name.SyntaxTree);
        if (!SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol?.OriginalDefinition, method.OriginalDefinition))
            return null;
        SyntaxNode use = name;
        while (use is ExpressionSyntax && model.GetOperation(use) is null && use.Parent is { } parent)
            use = parent;
        return model.GetOperation(use);
    }

    private IEnumerable<(SimpleNameSyntax Name, SemanticModel Model)> Names(ISymbol storage)
    {
        var places = storage is ILocalSymbol ? storage.ContainingSymbol.DeclaringSyntaxReferences : Outermost(storage.ContainingType).DeclaringSyntaxReferences;
        foreach (var place in places)
        {
            if (!compilation.ContainsSyntaxTree(place.SyntaxTree))
                continue;
            SemanticModel? model = null;
            foreach (var node in place.GetSyntax().DescendantNodes())
            {
                if (node is not IdentifierNameSyntax name || name.Identifier.ValueText != storage.Name)
                    continue;
                model ??= SourceModels.Of(compilation, place.SyntaxTree);
                if (SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol?.OriginalDefinition, storage))
                    yield return (name, model);
            }
        }
    }

    private List<IOperation>? Find(ISymbol storage)
    {
        if (UsesOf(storage) is not { } uses)
            return null;
        var values = new List<IOperation>();
        foreach (var reference in storage.DeclaringSyntaxReferences)
        {
            var (value, isKnown) = reference.GetSyntax() switch
            {
                VariableDeclaratorSyntax variable => (variable.Initializer?.Value, true),
                PropertyDeclarationSyntax property => (property.Initializer?.Value, true),
                ForEachStatementSyntax loop => (loop.Expression, true),
                _ => (null, false),
            };
            if (!isKnown || (value is not null && !Add(value, values)))
                return null;
        }

        foreach (var (name, _) in uses)
        {
            if (!AddUse(name, values))
                return null;
        }

        return values;
    }

    private bool AddUse(SimpleNameSyntax name, List<IOperation> values)
    {
        ExpressionSyntax use = name;
        while (true)
        {
            switch (use.Parent)
            {
                case MemberAccessExpressionSyntax access when access.Name == use:
                    use = access;
                    continue;
                case ElementAccessExpressionSyntax element when element.Expression == use:
                    use = element;
                    continue;
                case AssignmentExpressionSyntax assignment when assignment.Left == use:
                    return assignment.Kind() is SyntaxKind.SimpleAssignmentExpression or SyntaxKind.CoalesceAssignmentExpression && Add(assignment.Right, values);
                case ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or ArgumentSyntax { Parent: TupleExpressionSyntax }:
                    return false;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "Enqueue" or "Push", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } } access when access.Expression == use:
                    return Add(arguments[0].Expression, values);
                default:
                    return true;
            }
        }
    }

    /// <summary>What the expression gives: the value itself, or, of another local that is in sight, what that holds.</summary>
    private bool Add(ExpressionSyntax expression, List<IOperation> values)
    {
        if (!compilation.ContainsSyntaxTree(expression.SyntaxTree))
            return false;
        var operation = SourceModels.Of(compilation, expression.SyntaxTree).GetOperation(expression);
        if (operation is null)
            return false;

        // The lambda's own operation hangs below the conversion that makes a delegate of it.
        while (operation.Parent is { Syntax: var syntax } parent && syntax == expression)
            operation = parent;
        if (operation.ConstantValue is { HasValue: true, Value: null } || expression is LiteralExpressionSyntax or PostfixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax })
            return true;
        if (operation.Type is IArrayTypeSymbol && expression is ArrayCreationExpressionSyntax { Initializer: null } or CollectionExpressionSyntax { Elements.Count: 0 })
            return true;
        AddParts(operation, values);
        return true;
    }

    /// <summary>Each of the values that it may be.</summary>
    private static void AddParts(IOperation operation, List<IOperation> values)
    {
        switch (operation is IConversionOperation { OperatorMethod: null } conversion ? conversion.Operand : operation)
        {
            case ICoalesceOperation coalesce:
                AddParts(coalesce.Value, values);
                AddParts(coalesce.WhenNull, values);
                break;
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                AddParts(choice.WhenTrue, values);
                AddParts(otherwise, values);
                break;
            default:
                values.Add(operation);
                break;
        }
    }

    /// <summary>Only code that is here can store to it.</summary>
    private static bool IsInSight(ISymbol storage) => storage switch
    {
        ILocalSymbol { RefKind: RefKind.None } => true,
        IFieldSymbol field => !field.DeclaringSyntaxReferences.IsEmpty && (field.IsReadOnly || IsPrivate(field)),
        IPropertySymbol { SetMethod: null or { DeclaredAccessibility: Accessibility.Private } } property => !property.DeclaringSyntaxReferences.IsEmpty,
        _ => false,
    };

    private static bool IsPrivate(IFieldSymbol field)
    {
        for (ISymbol symbol = field; symbol.ContainingType is { } type; symbol = type)
        {
            if (symbol.DeclaredAccessibility == Accessibility.Private)
                return true;
        }

        return false;
    }

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
            type = outer;
        return type;
    }
}
