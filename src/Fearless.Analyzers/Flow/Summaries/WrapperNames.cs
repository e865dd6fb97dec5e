using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Flow;

/// <summary>
/// The names of this program's methods that may be wrappers of a lock, by their syntax: small bodies that call something like a lock's member,
/// and methods with a marker. Whoever calls such a name is worth a look.
/// </summary>
internal sealed class WrapperNames
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> _byTree = new();

    private readonly HashSet<string> _names = [];

    public WrapperNames(Compilation compilation)
    {
        foreach (var tree in compilation.SyntaxTrees)
            _names.UnionWith(_byTree.GetValue(tree, static tree => Read(tree.GetRoot())));
    }

    /// <summary>A method, or a type whose <c>Dispose</c> is one.</summary>
    public bool Contains(string name) => _names.Contains(name);

    private static HashSet<string> Read(SyntaxNode root)
    {
        var names = new HashSet<string>();
        foreach (var node in root.DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax)))
        {
            if (node is MethodDeclarationSyntax method && (IsMarked(method) || IsSmall(method)))
            {
                names.Add(method.Identifier.ValueText);
                if (method is { Identifier.ValueText: "Dispose", Parent: TypeDeclarationSyntax type })
                    names.Add(type.Identifier.ValueText);
            }
        }

        return names;
    }

    private static bool IsMarked(MethodDeclarationSyntax method)
    {
        foreach (var list in method.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (attribute.Name.ToString().Contains("Lock"))
                    return true;
            }
        }

        return false;
    }

    private static bool IsSmall(MethodDeclarationSyntax method)
    {
        if (method.Body is { Statements.Count: > 2 })
            return false;
        foreach (var node in method.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax call && BodyTraitsReader.NameOf(call.Expression) is { } name && BodyTraitsReader.IsLockName(name))
                return true;
        }

        return false;
    }
}
