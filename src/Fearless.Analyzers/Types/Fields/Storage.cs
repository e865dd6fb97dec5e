using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>
/// Where the objects of a type keep their state: fields, what stores auto-properties and events, the parameters of a primary constructor
/// that members use.
/// </summary>
internal static class Storage
{
    public static List<ISymbol> Of(INamedTypeSymbol type, Compilation compilation)
    {
        var storage = new List<ISymbol>();
        foreach (var member in type.GetMembers())
        {
            switch (member)
            {
                // What the compiler makes of a captured parameter shows as a field without a name to speak of; the parameter stands for it.
                case IFieldSymbol { IsImplicitlyDeclared: true, AssociatedSymbol: null }:
                    break;
                case IFieldSymbol { IsStatic: false, IsConst: false, AssociatedSymbol: not IEventSymbol }:
                case IEventSymbol { IsStatic: false, IsAbstract: false, AddMethod.IsImplicitlyDeclared: true }:
                case IPropertySymbol when type.IsAnonymousType:
                    storage.Add(member);
                    break;
            }
        }

        foreach (var ordinal in PrimaryCaptures.Of(type.OriginalDefinition, compilation, out var constructor))
        {
            foreach (var candidate in type.InstanceConstructors)
            {
                if (SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, constructor))
                    storage.Add(candidate.Parameters[ordinal]);
            }
        }

        return storage;
    }

    public static ITypeSymbol TypeOf(ISymbol storage) => storage switch
    {
        IFieldSymbol field => field.Type,
        IEventSymbol raised => raised.Type,
        IPropertySymbol property => property.Type,
        _ => ((IParameterSymbol)storage).Type,
    };

    /// <summary>Written only while the object is made. The accessors of an event exchange their delegate atomically.</summary>
    public static bool IsReadOnly(ISymbol storage) => storage switch
    {
        IFieldSymbol { AssociatedSymbol: IPropertySymbol property } field => field.IsReadOnly || property.SetMethod is null or { IsInitOnly: true },
        IFieldSymbol field => field.IsReadOnly || field.IsConst,
        IParameterSymbol => false,
        _ => true,
    };

    /// <summary>The symbol that a person would name: the property rather than the field that stores it.</summary>
    public static ISymbol Named(ISymbol storage) => storage is IFieldSymbol { AssociatedSymbol: { } property } ? property : storage;
}
