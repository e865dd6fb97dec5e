using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

internal static class MemberType
{
    /// <summary>Null: it has none, or one that does not exist, of which nothing can be said.</summary>
    public static ITypeSymbol? Of(ISymbol member) => Declared(member) is { TypeKind: not TypeKind.Error } type ? type : null;

    private static ITypeSymbol? Declared(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IEventSymbol raised => raised.Type,
        IParameterSymbol parameter => parameter.Type,
        _ => null,
    };

    /// <summary>Nobody stores to it once its object is made.</summary>
    public static bool IsReadOnly(ISymbol member) => member switch
    {
        IFieldSymbol field => field.IsReadOnly || field.IsConst,
        IPropertySymbol property => property.SetMethod is null or { IsInitOnly: true },
        _ => false,
    };

    /// <summary>A setting: anybody may change it at any time, under no lock, so the locks that its readers hold are for something else.</summary>
    public static bool IsSettable(ISymbol member) => member is IPropertySymbol { SetMethod: { IsInitOnly: false, DeclaredAccessibility: not Accessibility.Private } };

    /// <summary>Code outside the type may store to it as well.</summary>
    public static bool IsWrittenOutside(ISymbol member) => member switch
    {
        IPropertySymbol { SetMethod: { } setter } => setter.DeclaredAccessibility != Accessibility.Private,
        IFieldSymbol { IsReadOnly: false } field => field.DeclaredAccessibility != Accessibility.Private,
        _ => false,
    };
}
