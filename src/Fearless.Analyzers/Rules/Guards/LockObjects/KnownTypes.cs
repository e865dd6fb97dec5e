using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>Types by name, without a look-up: a lock object has at most one type to be compared, and only when something is locked.</summary>
internal static class KnownTypes
{
    /// <summary>Namespaces from the inside out: <c>Is(type, "Monitor", "Threading", "System")</c>.</summary>
    public static bool Is(ITypeSymbol? type, string name, string inner, string? outer = null)
    {
        if (type is null || type.Name != name || type.ContainingType is not null || type.ContainingNamespace is not { } space || space.Name != inner)
            return false;
        var parent = space.ContainingNamespace;
        return outer is null
            ? parent is { IsGlobalNamespace: true }
            : parent is not null && parent.Name == outer && parent.ContainingNamespace is { IsGlobalNamespace: true };
    }

    public static bool IsThreadingLock(ITypeSymbol? type) => Is(type, "Lock", "Threading", "System");
}
