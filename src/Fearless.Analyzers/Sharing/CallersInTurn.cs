using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>
/// Members that their callers call one at a time, because the interface that they implement says so: an enumerator has one consumer, and an
/// observer is told one thing after the other.
/// </summary>
internal static class CallersInTurn
{
    /// <summary>Of two members with the same answer, one has ended before the other begins. Null: nothing is promised.</summary>
    public static string? ContractOf(ISymbol? member)
    {
        // It is the base's member that implements the interface, and the override that runs.
        for (var method = member as IMethodSymbol; method is { IsStatic: false, ContainingType: { } type }; method = method.OverriddenMethod)
        {
            foreach (var contract in type.AllInterfaces)
            {
                if (NameOf(contract) is { } name && Implements(method, contract, type))
                    return name;
            }
        }

        return null;
    }

    private static string? NameOf(INamedTypeSymbol contract) => contract.Name switch
    {
        "IEnumerator" when contract.ContainingNamespace.IsNamed("System.Collections") || contract.ContainingNamespace.IsNamed("System.Collections.Generic") => "IEnumerator",
        "IAsyncEnumerator" when contract.ContainingNamespace.IsNamed("System.Collections.Generic") => "IAsyncEnumerator",
        "IObserver" when contract.ContainingNamespace.IsNamed("System") => "IObserver",
        _ => null,
    };

    private static bool Implements(IMethodSymbol method, INamedTypeSymbol contract, INamedTypeSymbol type)
    {
        foreach (var member in contract.GetMembers())
        {
            if (member is IMethodSymbol && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(member), method))
                return true;
        }

        return false;
    }
}
