using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>Calls of static members of a type that the file may not import yet.</summary>
internal static class StaticCalls
{
    /// <param name="editor">The document that the call goes into.</param>
    /// <param name="session">The fix that it is part of.</param>
    /// <param name="place">What it replaces, or stands beside.</param>
    /// <param name="type">The type's full name.</param>
    /// <param name="call">The rest, such as <c>Increment(ref x)</c>.</param>
    public static ExpressionSyntax Create(DocumentEditor editor, FixSession session, SyntaxNode place, string type, string call)
    {
        var dot = type.LastIndexOf('.');
        var name = Imports.NameOf(editor, session, place, type.Substring(0, dot), type.Substring(dot + 1));
        return SyntaxFactory.ParseExpression($"{name}.{call}");
    }
}
