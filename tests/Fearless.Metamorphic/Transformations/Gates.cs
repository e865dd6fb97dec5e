using System;
using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

/// <summary>Which locks may be written otherwise.</summary>
internal static class Gates
{
    /// <summary>Entered as a monitor, and named so that it can be named twice.</summary>
    public static bool IsMonitor(ExpressionSyntax gate, SemanticModel model) =>
        Code.IsPath(gate) && model.GetTypeInfo(gate).Type is { } type && !IsLock(type);

    public static bool IsLock(ITypeSymbol? type) => type is { Name: "Lock", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };

    /// <summary>A release is no place where a finding on the acquisition is expected.</summary>
    public static string Unmarked(ExpressionSyntax gate) => gate.ToFullString().Replace(Marks.Mark, "", StringComparison.Ordinal).Trim();

    /// <summary>
    /// Fields that hold an object of their own, and are named in lock statements alone: no Wait or Pulse, and nobody else has the object.
    /// </summary>
    public static IEnumerable<IFieldSymbol> PureGates(SemanticModel model, Uses uses)
    {
        foreach (var declarator in model.SyntaxTree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>())
        {
            if (declarator is { Initializer.Value: BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: null } }
                && declarator.Parent is VariableDeclarationSyntax { Variables.Count: 1 }
                && model.GetDeclaredSymbol(declarator) is IFieldSymbol { Type.SpecialType: SpecialType.System_Object } field
                && uses.Of(field).All(static name => Uses.WithReceiver(name).Parent is LockStatementSyntax))
            {
                yield return field;
            }
        }
    }

    /// <summary>No member that takes the lock is entered with the lock held, as far as names tell: nothing in its regions has the name of one.</summary>
    public static bool IsNeverReentered(IFieldSymbol gate, Uses uses)
    {
        var regions = uses.Of(gate).Select(static name => name.FirstAncestorOrSelf<LockStatementSyntax>()!).ToList();
        var takers = regions.SelectMany(static region => region.Ancestors().Select(NameOf).OfType<string>()).ToHashSet();
        for (var before = 0; before != takers.Count;)
        {
            before = takers.Count;
            foreach (var member in gate.ContainingType.DeclaringSyntaxReferences.SelectMany(static r => r.GetSyntax().DescendantNodes()))
            {
                if (NameOf(member) is { } name && Words(member).Any(takers.Contains))
                    takers.Add(name);
            }
        }

        return !regions.Any(region => Words(region.Statement).Any(takers.Contains) || region.Statement.DescendantNodes().OfType<LockStatementSyntax>().Any(regions.Contains));
    }

    private static IEnumerable<string> Words(SyntaxNode node) => node.DescendantNodes().OfType<SimpleNameSyntax>().Select(static name => name.Identifier.ValueText);

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        LocalFunctionStatementSyntax function => function.Identifier.ValueText,
        _ => null,
    };
}
