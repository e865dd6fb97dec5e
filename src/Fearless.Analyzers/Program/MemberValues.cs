using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Program;

/// <summary>What is assigned to fields, properties and events anywhere in the compilation. By name first, from an index of the syntax; bound when asked for.</summary>
internal sealed class MemberValues(Compilation compilation)
{
    private static readonly ConditionalWeakTable<SyntaxTree, Dictionary<string, List<ExpressionSyntax>>> _byTree = new();

    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<MemberValue>> _known = new(SymbolEqualityComparer.Default);

    public ImmutableArray<MemberValue> Of(ISymbol member, CancellationToken cancellation)
    {
        member = member.OriginalDefinition;
        return _known.TryGetValue(member, out var known) ? known : _known.GetOrAdd(member, Find(member, cancellation));
    }

    private ImmutableArray<MemberValue> Find(ISymbol member, CancellationToken cancellation)
    {
        if (member.DeclaringSyntaxReferences.IsEmpty)
            return [];
        var values = new List<MemberValue>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (!_byTree.GetValue(tree, static tree => Read(tree.GetRoot())).TryGetValue(member.Name, out var candidates))
                continue;
            var model = SourceModels.Of(compilation, tree);
            foreach (var value in candidates)
            {
                if (IsOf(member, value, model, out var isOwn, cancellation) && model.GetOperation(value, cancellation) is { } operation)
                    values.Add(new MemberValue(operation, isOwn));
            }
        }

        values.Sort(static (left, right) => SourceOrder.Compare(left.Operation.Syntax, right.Operation.Syntax));
        return [.. values];
    }

    private static bool IsOf(ISymbol member, ExpressionSyntax value, SemanticModel model, out bool isOwn, CancellationToken cancellation)
    {
        isOwn = true;
        if (value.Parent is not AssignmentExpressionSyntax assignment)
            return value.Parent is EqualsValueClauseSyntax { Parent: { } declared } && SymbolEqualityComparer.Default.Equals(model.GetDeclaredSymbol(declared, cancellation), member);
        isOwn = assignment.Left is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } && assignment.Parent is not InitializerExpressionSyntax;
        return SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(assignment.Left, cancellation).Symbol?.OriginalDefinition, member);
    }

    private static Dictionary<string, List<ExpressionSyntax>> Read(SyntaxNode root)
    {
        var values = new Dictionary<string, List<ExpressionSyntax>>();
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Right: var right, Left: var left } when MayBeDelegate(right) && NameOf(left) is { } name:
                    Add(name, right);
                    break;
                case VariableDeclaratorSyntax { Initializer.Value: var value, Parent.Parent: BaseFieldDeclarationSyntax } variable when MayBeDelegate(value):
                    Add(variable.Identifier.ValueText, value);
                    break;
                case PropertyDeclarationSyntax { Initializer.Value: var value } property when MayBeDelegate(value):
                    Add(property.Identifier.ValueText, value);
                    break;
            }
        }

        return values;

        void Add(string name, ExpressionSyntax value)
        {
            if (!values.TryGetValue(name, out var known))
                values.Add(name, known = []);
            known.Add(value);
        }
    }

    private static bool MayBeDelegate(ExpressionSyntax value) =>
        value is AnonymousFunctionExpressionSyntax or IdentifierNameSyntax or MemberAccessExpressionSyntax or BaseObjectCreationExpressionSyntax or CastExpressionSyntax;

    private static string? NameOf(ExpressionSyntax target) => target switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        _ => null,
    };
}

/// <summary>One value of a member.</summary>
/// <param name="operation">The value.</param>
/// <param name="isOwn">The object itself stores it.</param>
internal readonly struct MemberValue(IOperation operation, bool isOwn)
{
    public IOperation Operation { get; } = operation;

    public bool IsOwn { get; } = isOwn;
}
