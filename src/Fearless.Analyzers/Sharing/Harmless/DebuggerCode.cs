using System;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>Members that only a debugger runs, while everything else stands still.</summary>
internal static class DebuggerCode
{
    /// <summary><c>[DebuggerDisplay("{Show(),nq}")]</c> names the method, or <c>[DebuggerTypeProxy(typeof(View))]</c> its type.</summary>
    public static bool IsOne(ISymbol member)
    {
        for (var type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            foreach (var attribute in type.GetAttributes())
            {
                switch (attribute.AttributeClass?.Name)
                {
                    case "DebuggerDisplayAttribute" when member is IMethodSymbol { DeclaredAccessibility: Accessibility.Private } && attribute.Argument() is string text && Shows(text, member.Name):
                    case "DebuggerTypeProxyAttribute" when attribute.Argument() is INamedTypeSymbol proxy && SymbolEqualityComparer.Default.Equals(proxy.OriginalDefinition, member.ContainingType.OriginalDefinition):
                        return true;
                }
            }
        }

        return false;
    }

    private static bool Shows(string text, string method) => text.IndexOf("{" + method + "(", StringComparison.Ordinal) >= 0;
}
