using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>Calls of static members of a type that the file may not import yet.</summary>
internal static class StaticCalls
{
    /// <param name="editor">The document that the call goes into.</param>
    /// <param name="type">The type's full name.</param>
    /// <param name="call">The rest, such as <c>Increment(ref x)</c>.</param>
    public static ExpressionSyntax Create(DocumentEditor editor, string type, string call)
    {
        var invocation = (InvocationExpressionSyntax)SyntaxFactory.ParseExpression(call);
        if (editor.SemanticModel.Compilation.GetTypeByMetadataName(type) is not { } symbol)
            return invocation;
        var imported = (ExpressionSyntax)editor.Generator.TypeExpression(symbol, addImport: true);
        var member = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, imported, (SimpleNameSyntax)invocation.Expression);
        return invocation.WithExpression(member);
    }
}
