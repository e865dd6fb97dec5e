using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Types;

/// <summary>Everything that is ever stored in a read-only field: its initializer and the assignments in the constructors.</summary>
internal static class FieldValues
{
    private static readonly ConditionalWeakTable<ISymbol, Result> _known = new();

    /// <summary>Null: something is stored that is not in sight.</summary>
    public static IReadOnlyList<KnownValue>? Of(ISymbol storage, Compilation compilation)
    {
        if (storage is not IFieldSymbol field || field.AssociatedSymbol is IPropertySymbol { SetMethod: not null })
            return null;
        var definition = field.OriginalDefinition;
        var values = _known.GetValue(definition, _ => new Result(Find(definition, compilation))).Values;
        return values is not null && !SymbolEqualityComparer.Default.Equals(field, definition) && IsOpen(values) ? null : values;
    }

    private static List<KnownValue>? Find(IFieldSymbol field, Compilation compilation)
    {
        var values = new List<KnownValue>();
        var name = Storage.Named(field).Name;
        foreach (var reference in field.ContainingType.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is not TypeDeclarationSyntax type || !compilation.ContainsSyntaxTree(type.SyntaxTree))
                return null;
            SemanticModel? model = null;
            foreach (var member in type.Members)
            {
                if (!AddMember(member, name, field.IsStatic, ref model, compilation, values))
                    return null;
            }
        }

        return values;
    }

    private static bool AddMember(
        MemberDeclarationSyntax member, string name, bool isStatic, ref SemanticModel? model, Compilation compilation, List<KnownValue> values)
    {
        switch (member)
        {
            case FieldDeclarationSyntax field:
                foreach (var variable in field.Declaration.Variables)
                {
                    if (variable.Identifier.ValueText == name && variable.Initializer is { } initializer
                        && !AddValue(initializer.Value, ref model, compilation, values))
                    {
                        return false;
                    }
                }

                return true;
            case PropertyDeclarationSyntax { Initializer: { } initializer } property when property.Identifier.ValueText == name:
                return AddValue(initializer.Value, ref model, compilation, values);
            case ConstructorDeclarationSyntax constructor when constructor.Modifiers.Any(SyntaxKind.StaticKeyword) == isStatic:
                foreach (var node in constructor.DescendantNodes())
                {
                    if (node is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name
                        && !AddUse(identifier, ref model, compilation, values))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return true;
        }
    }

    /// <summary>A use of the name in a constructor: a plain assignment adds a value, a hidden one ends the search, a read changes nothing.</summary>
    private static bool AddUse(IdentifierNameSyntax identifier, ref SemanticModel? model, Compilation compilation, List<KnownValue> values)
    {
        ExpressionSyntax use = identifier;
        if (identifier.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access && access.Name == identifier)
            use = access;
        return use.Parent switch
        {
            AssignmentExpressionSyntax assignment when assignment.Left == use && assignment.Kind() is SyntaxKind.SimpleAssignmentExpression or SyntaxKind.CoalesceAssignmentExpression
                => AddValue(((AssignmentExpressionSyntax)use.Parent).Right, ref model, compilation, values),
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } or ArgumentSyntax { Parent: TupleExpressionSyntax } => false,
            _ => true,
        };
    }

    private static bool AddValue(ExpressionSyntax expression, ref SemanticModel? model, Compilation compilation, List<KnownValue> values)
    {
        model ??= SourceModels.Of(compilation, expression.SyntaxTree);
        if (model.GetOperation(expression) is not { } operation)
            return false;
        // The lambda's own operation hangs below the conversion that makes a delegate of it.
        KnownValues.Add(operation.Parent is { Syntax: var syntax } parent && syntax == expression ? parent : operation, values);
        return true;
    }

    private static bool IsOpen(List<KnownValue> values)
    {
        foreach (var value in values)
        {
            if (MentionsParameter(value.Type))
                return true;
        }

        return false;
    }

    private static bool MentionsParameter(ITypeSymbol type)
    {
        switch (type)
        {
            case ITypeParameterSymbol:
                return true;
            case IArrayTypeSymbol array:
                return MentionsParameter(array.ElementType);
            case INamedTypeSymbol named:
                for (INamedTypeSymbol? current = named; current is not null; current = current.ContainingType)
                {
                    foreach (var argument in current.TypeArguments)
                    {
                        if (MentionsParameter(argument))
                            return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    private sealed class Result(List<KnownValue>? values)
    {
        public List<KnownValue>? Values { get; } = values;
    }
}
