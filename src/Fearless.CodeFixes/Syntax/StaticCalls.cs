using Microsoft.CodeAnalysis;
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
        var expression = SyntaxFactory.ParseExpression(call);

        // The call, or one that something is added to: 'Increment(ref x) - 1'.
        if (editor.SemanticModel.Compilation.GetTypeByMetadataName(type) is not { } symbol
            || ((expression as BinaryExpressionSyntax)?.Left ?? expression) is not InvocationExpressionSyntax invocation)
            return expression;
        var imported = (ExpressionSyntax)editor.Generator.TypeExpression(symbol, addImport: true);
        var member = SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, imported, (SimpleNameSyntax)invocation.Expression);
        return expression.ReplaceNode(invocation, invocation.WithExpression(member));
    }
}
