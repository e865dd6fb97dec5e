using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

internal static class HiddenMembers
{
    /// <summary>Made for tests, by name and visibility: it looks into the object while nobody else does.</summary>
    public static bool IsForTests(ISymbol member)
    {
        if (member is IMethodSymbol { AssociatedSymbol: { } associated })
            member = associated;
        if (member.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected)
            && (member.Name.EndsWith("ForTests", System.StringComparison.Ordinal) || member.Name.EndsWith("ForTest", System.StringComparison.Ordinal)
                || member.Name.EndsWith("ForTesting", System.StringComparison.Ordinal) || member.Name.StartsWith("Test", System.StringComparison.Ordinal)))
        {
            return true;
        }

        foreach (var data in member.GetAttributes())
        {
            if (data.AttributeClass?.Name == "EditorBrowsableAttribute" && data.Argument() is 1)
                return true;
        }

        return false;
    }
}
