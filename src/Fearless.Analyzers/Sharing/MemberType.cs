using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

internal static class MemberType
{
    public static ITypeSymbol? Of(ISymbol member) => member switch
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

    /// <summary>Code outside the type may store to it as well.</summary>
    public static bool IsWrittenOutside(ISymbol member) => member switch
    {
        IPropertySymbol { SetMethod: { } setter } => setter.DeclaredAccessibility != Accessibility.Private,
        IFieldSymbol { IsReadOnly: false } field => field.DeclaredAccessibility != Accessibility.Private,
        _ => false,
    };
}
