using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

/// <summary>Work that one way of starting can take from another.</summary>
internal static class Spawns
{
    /// <summary>A task of its own for a function that ends when its work does.</summary>
    public static bool IsRun(InvocationExpressionSyntax call, SemanticModel model) =>
        call.ArgumentList.Arguments is [{ NameColon: null, Expression: var work }]
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "Run", ContainingType.Name: "Task" } target
        && target.Parameters[0].Type is INamedTypeSymbol { DelegateInvokeMethod.ReturnType.Name: not "Task" }
        && model.GetSymbolInfo(work).Symbol is IMethodSymbol { IsAsync: false };

    /// <summary>A statement that runs it and drops the task.</summary>
    public static bool Detached(StatementSyntax statement, SemanticModel model) =>
        CallOf(statement) is { } call && IsRun(call, model) && model.GetSymbolInfo(WorkOf(call)).Symbol is IMethodSymbol { ReturnsVoid: true };

    public static ExpressionSyntax WorkOf(StatementSyntax statement) => WorkOf(CallOf(statement)!);

    /// <summary>The body of a lambda that does the work.</summary>
    public static string Called(StatementSyntax statement) => WorkOf(statement) switch
    {
        ParenthesizedLambdaExpressionSyntax lambda => lambda.Body.ToFullString().Trim(),
        var group => group.ToFullString().Trim() + "()",
    };

    private static ExpressionSyntax WorkOf(InvocationExpressionSyntax call) => call.ArgumentList.Arguments[0].Expression;

    private static InvocationExpressionSyntax? CallOf(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => call,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Right: InvocationExpressionSyntax call } } => call,
        _ => null,
    };
}
