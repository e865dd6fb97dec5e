using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>Parameters and events whose delegates a library runs on other threads, as the catalog has it (<c>spawns</c>, <c>repeats</c>, <c>serves</c>).</summary>
internal static class ContractSpawns
{
    public static SpawnDescription? Of(IParameterSymbol? parameter, TypeCatalog catalog) =>
        parameter is { Type.TypeKind: TypeKind.Delegate or TypeKind.Class, ContainingSymbol: IMethodSymbol { ContainingType: { } type } method } && IsDelegate(parameter.Type)
            ? Of(type, method.Name, catalog)
            : null;

    public static SpawnDescription? Of(IEventSymbol raised, TypeCatalog catalog) => Of(raised.ContainingType, raised.Name, catalog);

    /// <summary><c>System.Delegate</c> itself takes a lambda, too.</summary>
    private static bool IsDelegate(ITypeSymbol type) => type.TypeKind == TypeKind.Delegate || type.SpecialType is SpecialType.System_Delegate or SpecialType.System_MulticastDelegate;

    private static SpawnDescription? Of(INamedTypeSymbol type, string member, TypeCatalog catalog) => catalog.ContractOf(type) switch
    {
        null => null,
        { } contract when contract.Says("serves", member) => SpawnDescription.Served,
        { } contract when contract.Says("repeats", member) => SpawnDescription.Repeated,
        { } contract when contract.Says("spawns", member) => SpawnDescription.Plain,
        _ => null,
    };
}
