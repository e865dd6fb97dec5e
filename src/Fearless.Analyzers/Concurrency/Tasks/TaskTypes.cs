using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>Types whose values stand for work that ends later.</summary>
internal static class TaskTypes
{
    public static bool IsTask(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask" } && type.ContainingNamespace.IsNamed("System.Threading.Tasks");

    /// <summary>What comes out when it has ended; null: nothing does.</summary>
    public static ITypeSymbol? ResultOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask" or "DispatcherOperation", TypeArguments: { Length: 1 } results } ? results[0] : null;

    /// <summary>A task that gives a task: it ends where that one begins to wait.</summary>
    public static bool IsNested(ITypeSymbol? type) => IsTask(ResultOf(type));
}
