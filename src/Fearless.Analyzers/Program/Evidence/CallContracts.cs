using System.Collections.Concurrent;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

/// <summary>What frameworks promise about the callers of methods and the life of objects, by the catalog's word for their bases and interfaces.</summary>
internal sealed class CallContracts(TypeCatalog catalog)
{
    private static readonly (string Word, CallManner Manner)[] _manners =
    [
        ("concurrent", CallManner.Concurrent), ("work", CallManner.Work), ("inturn", CallManner.InTurn), ("setup", CallManner.SetUp),
    ];

    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _perCall = new(SymbolEqualityComparer.Default);

    public TypeCatalog Catalog => catalog;

    /// <summary>Null: nobody promises anything.</summary>
    public MethodContract? Of(IMethodSymbol method)
    {
        if (method.IsStatic || method.ContainingType is not { } type)
            return null;
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (Of(overridden.ContainingType, overridden) is { } contract)
                return contract;
        }

        foreach (var contract in type.AllInterfaces)
        {
            if (catalog.ContractOf(contract) is null)
                continue;
            foreach (var member in contract.GetMembers())
            {
                if (member is IMethodSymbol asked && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(asked), method) && Of(contract, asked) is { } found)
                    return found;
            }
        }

        return null;
    }

    /// <summary>An object of the type belongs to one call, request, test or actor.</summary>
    public bool IsPerCall(INamedTypeSymbol type) => _perCall.GetOrAdd(type.OriginalDefinition, FindPerCall);

    private bool FindPerCall(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is { SpecialType: SpecialType.None }; parent = parent.BaseType)
        {
            if (catalog.ContractOf(parent) is { IsPerCall: true })
                return true;
        }

        foreach (var contract in type.AllInterfaces)
        {
            if (catalog.ContractOf(contract) is { IsPerCall: true })
                return true;
        }

        return false;
    }

    private MethodContract? Of(INamedTypeSymbol type, IMethodSymbol member)
    {
        if (catalog.ContractOf(type) is not { } contract)
            return null;
        foreach (var (word, manner) in _manners)
        {
            if (contract.Says(word, member.Name))
                return new MethodContract(manner, member);
        }

        return null;
    }
}
