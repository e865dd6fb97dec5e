using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Which members work on other threads may come to, by their names alone: those that a started delegate mentions, those that they mention,
/// and so on. Too many rather than too few; it is asked only about state that nothing protects.
/// </summary>
internal sealed class SpawnReach(Compilation compilation)
{
    private HashSet<string>? _reached;

    /// <summary>Work on another thread may come through the member.</summary>
    public bool Contains(ISymbol member, CancellationToken cancellation)
    {
        var reached = Volatile.Read(ref _reached) ?? Find(cancellation);
        if (member is IMethodSymbol { AssociatedSymbol: { } property })
            member = property;
        return reached.Contains(member.Name)
            || (member is { IsOverride: true, ContainingType: { } type } && reached.Contains(type.Name));
    }

    /// <summary>The call that starts the delegate in which the place is, or that it names.</summary>
    public static SyntaxNode? StartAround(SyntaxNode place)
    {
        for (var node = place.Parent; node is not (null or MemberDeclarationSyntax); node = node.Parent)
        {
            if (IsStart(node, out var delegates) && delegates!.Span.Contains(place.Span))
                return node;
        }

        return null;
    }

    private HashSet<string> Find(CancellationToken cancellation)
    {
        var mentions = new Dictionary<string, HashSet<string>>();
        var reached = new HashSet<string>();
        var pending = new Stack<string>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var node in tree.GetRoot(cancellation).DescendantNodes())
            {
                if (node is MemberDeclarationSyntax and not BaseTypeDeclarationSyntax and not BaseNamespaceDeclarationSyntax && NameOf(node) is { } name)
                    AddNames(node, Get(mentions, name));
                else if (IsStart(node, out var delegates))
                    AddStarted(delegates, reached, pending);
            }
        }

        while (pending.Count > 0)
        {
            if (!mentions.TryGetValue(pending.Pop(), out var names))
                continue;
            foreach (var name in names)
            {
                if (reached.Add(name))
                    pending.Push(name);
            }
        }

        return Interlocked.CompareExchange(ref _reached, reached, null) ?? reached;
    }

    private static bool IsStart(SyntaxNode node, out ArgumentListSyntax? delegates)
    {
        delegates = node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call when IsStartName(member) => call.ArgumentList,
            ObjectCreationExpressionSyntax creation when creation.Type.ToString().EndsWith("Thread", StringComparison.Ordinal)
                || creation.Type.ToString().EndsWith("Timer", StringComparison.Ordinal) => creation.ArgumentList,
            _ => null,
        };
        return delegates is not null;
    }

    private static bool IsStartName(MemberAccessExpressionSyntax member) => member.Name.Identifier.ValueText switch
    {
        "Run" => member.Expression.ToString() is "Task" or "System.Threading.Tasks.Task",
        "StartNew" or "QueueUserWorkItem" or "UnsafeQueueUserWorkItem" or "RegisterWaitForSingleObject" or "ForAll" or "ForEachAsync" or "Spawn" => true,
        "For" or "ForEach" or "Invoke" => member.Expression.ToString() is "Parallel",
        _ => false,
    };

    private static void AddStarted(ArgumentListSyntax? delegates, HashSet<string> reached, Stack<string> pending)
    {
        var names = new HashSet<string>();
        AddNames(delegates!, names);
        foreach (var name in names)
        {
            if (reached.Add(name))
                pending.Push(name);
        }
    }

    private static void AddNames(SyntaxNode node, HashSet<string> names)
    {
        foreach (var part in node.DescendantNodes())
        {
            if (part is SimpleNameSyntax { Identifier.ValueText: { Length: > 0 } name } && char.IsUpper(name[0]))
                names.Add(name);
        }
    }

    private static HashSet<string> Get(Dictionary<string, HashSet<string>> mentions, string name)
    {
        if (!mentions.TryGetValue(name, out var names))
            mentions.Add(name, names = []);
        return names;
    }

    private static string? NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.ValueText,
        _ => null,
    };
}
