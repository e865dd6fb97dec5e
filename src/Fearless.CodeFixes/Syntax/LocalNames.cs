using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fearless.CodeFixes;

/// <summary>A local variable's name for what a field holds.</summary>
internal static class LocalNames
{
    public static string For(SemanticModel model, SyntaxNode place, string field)
    {
        var name = field.StartsWith("s_", System.StringComparison.Ordinal) || field.StartsWith("m_", System.StringComparison.Ordinal) ? field.Substring(2) : field;
        name = name.TrimStart('_');
        if (name.Length == 0)
            name = "value";
        name = char.ToLowerInvariant(name[0]) + name.Substring(1);
        if (SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None)
            name = "current" + char.ToUpperInvariant(name[0]) + name.Substring(1);
        return FreshNames.At(model, place, name);
    }
}
