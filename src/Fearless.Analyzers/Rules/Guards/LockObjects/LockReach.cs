using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>
/// Whose hands an object of a type can fall into. Inside one assembly, all code that locks an object can be read and agreed upon, and
/// the finding would be one of taste; from outside it cannot.
/// </summary>
internal static class LockReach
{
    public static bool IsOpenToStrangers(ISymbol? symbol)
    {
        for (var current = symbol; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal))
                return false;
        }

        return symbol is not null;
    }

    /// <summary>True if all code that can name the member stands in one outermost type.</summary>
    public static bool IsConfined(ISymbol member)
    {
        for (var current = member; current.ContainingType is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility == Accessibility.Private)
                return true;
        }

        return false;
    }
}
