using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Program;

/// <summary>The calls in one tree whose name is one by which objects are registered. By the source alone, kept as long as the tree lives.</summary>
internal sealed class RegistrationCalls
{
    private static readonly ConditionalWeakTable<SyntaxTree, RegistrationCalls> _byTree = new();

    private readonly List<(string Name, InvocationExpressionSyntax Call)> _calls = [];

    private RegistrationCalls(SyntaxNode root)
    {
        foreach (var node in root.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax call && BodyTraitsReader.NameOf(call.Expression) is { } name && SoundsLikeOne(name))
                _calls.Add((name, call));
        }
    }

    public IReadOnlyList<(string Name, InvocationExpressionSyntax Call)> All => _calls;

    public static RegistrationCalls In(SyntaxTree tree) => _byTree.GetValue(tree, static tree => new RegistrationCalls(tree.GetRoot()));

    /// <summary>What the names of such methods begin with, whatever the container.</summary>
    private static bool SoundsLikeOne(string name) =>
        name.StartsWith("Add", System.StringComparison.Ordinal) || name.StartsWith("TryAdd", System.StringComparison.Ordinal)
        || name.StartsWith("Use", System.StringComparison.Ordinal) || name.StartsWith("Register", System.StringComparison.Ordinal);
}
