using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>Which parameters take a delegate that is called before the call returns, on the caller's thread, and is not kept.</summary>
internal static class InstantDelegates
{
    public static bool IsInstant(IParameterSymbol? parameter)
    {
        if (parameter?.ContainingSymbol is not IMethodSymbol method || method.ContainingType is not { } type)
            return false;
        foreach (var data in parameter.GetAttributes())
        {
            if (data.AttributeClass?.Name == "InstantHandleAttribute")
                return true;
        }

        var space = type.ContainingNamespace;
        return type.Name switch
        {
            // Deferred in principle, but the sequence is as a rule consumed where it is made; 'later' is no other thread.
            "Enumerable" or "Queryable" => space.IsNamed("System.Linq"),
            "List" or "HashSet" or "SortedSet" or "Dictionary" => method.MethodKind == MethodKind.Ordinary && space.IsNamed("System.Collections.Generic"),
            "Array" or "String" => space.IsNamed("System"),
            "ConcurrentDictionary" => space.IsNamed("System.Collections.Concurrent"),
            "ImmutableInterlocked" => space.IsNamed("System.Collections.Immutable"),
            "LazyInitializer" or "SpinWait" => space.IsNamed("System.Threading"),
            "Mutex" or "RwLock" or "RefCell" or "LocalKey" or "OnceLock" or "Atomic" or "Arc" or "Condvar" => space.IsNamed("Fearless"),
            "Threads" => method.Name is "Scope" or "Catch" && space.IsNamed("Fearless"),
            "TaskScope" => space.IsNamed("Fearless.Async"),
            _ => false,
        };
    }
}
