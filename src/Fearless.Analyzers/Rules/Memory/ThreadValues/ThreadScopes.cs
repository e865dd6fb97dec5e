using System.Collections.Concurrent;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Scopes in source whose end puts something back on the thread that it runs on.</summary>
internal sealed class ThreadScopes(Compilation compilation)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ThreadValue?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>What the scope's <c>Dispose</c> stores for its thread; null: nothing, or nobody can see.</summary>
    public ThreadValue? RestoredBy(ITypeSymbol? scope) =>
        scope is INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false, TypeKind: TypeKind.Class or TypeKind.Struct, OriginalDefinition: var type } ? _known.GetOrAdd(type, Find) : null;

    private ThreadValue? Find(INamedTypeSymbol scope)
    {
        foreach (var member in scope.GetMembers("Dispose"))
        {
            if (member is not IMethodSymbol { Parameters.IsEmpty: true, DeclaringSyntaxReferences: { Length: 1 } references })
                continue;
            var syntax = references[0].GetSyntax();
            if (!compilation.ContainsSyntaxTree(syntax.SyntaxTree) || SourceModels.Of(compilation, syntax.SyntaxTree).GetOperation(syntax) is not { } body)
                continue;
            foreach (var operation in body.Descendants())
            {
                if (ThreadValue.Of(operation) is { Stored: not null } value)
                    return value;
            }
        }

        return null;
    }

    /// <summary>The first await that may move, within the scope.</summary>
    public static IAwaitOperation? AwaitIn(IOperation scope)
    {
        var around = scope is IUsingOperation block ? block.Body : scope.Parent;
        foreach (var operation in around?.Descendants() ?? [])
        {
            if (operation is IAwaitOperation await && await.Syntax.SpanStart > scope.Syntax.SpanStart && ThreadValue.MayMove(await) && IsOfSameFunction(await, scope))
                return await;
        }

        return null;
    }

    private static bool IsOfSameFunction(IOperation one, IOperation other) => one.EnclosingFunction() == other.EnclosingFunction();
}
