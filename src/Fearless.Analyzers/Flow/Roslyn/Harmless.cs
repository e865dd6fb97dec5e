using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>Calls that do not throw in a program that is right: what could go wrong in them is a bug, or the end of memory.</summary>
internal static class Harmless
{
    public static bool IsHarmless(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type is null || !IsSystem(type.ContainingNamespace))
            return false;
        return type.Name switch
        {
            "Interlocked" or "Volatile" or "Monitor" or "GC" or "Debug" or "Thread" when method.Name != "Join" && method.Name != "Sleep" => true,
            "Object" => method.Name is "ReferenceEquals" or "GetType",
            "Math" => method.Name is "Min" or "Max",
            "String" => method.Name is "IsNullOrEmpty" or "IsNullOrWhiteSpace",
            "Dictionary" or "HashSet" or "List" or "Queue" or "Stack" or "LinkedList" or "SortedDictionary" or "ConcurrentDictionary" or "ConcurrentQueue"
                => method.Name is "Clear" or "TryDequeue" or "TryPop" or "TryPeek" or "TryGetValue" or "ContainsKey" or "Enqueue" or "Push"
                    or "TryAdd" or "TryRemove" || (method.Name == "Add" && type.Name is "List" or "HashSet"),
            "Stopwatch" or "DateTime" or "TimeSpan" => method.Name is "Start" or "Stop" or "GetTimestamp" or "GetElapsedTime" or "Restart" or "Reset",
            "CancellationToken" => false,
            "Nullable" => method.Name == "GetValueOrDefault",
            _ => false,
        };
    }

    private static bool IsSystem(INamespaceSymbol? space)
    {
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
            space = outer;
        return space is { Name: "System" };
    }
}
