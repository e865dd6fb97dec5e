using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace Fearless.CodeFixes;

/// <summary>The work is waited for before the variable is used again: its join moves up, or a new one is put there.</summary>
internal static class JoinFirst
{
    public static FixOffer? For(CaptureContext context)
    {
        if (context.IsWithItself || context.Call.FullSpan.Contains(context.Use.Span) || HandleOf(context) is not { } handle)
            return null;
        if (context.Use.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(static s => s.Parent is BlockSyntax or SwitchSectionSyntax) is not { } use)
            return null;
        if (IsInOtherFunction(use, context.Call))
            return null;
        var existing = ExistingJoin(context, handle, use, out var anchor);
        if (existing is not null)
        {
            return new FixOffer($"Join '{handle.Name}' first", nameof(JoinFirst), (editor, session) =>
            {
                if (!session.Once(existing))
                    return;
                editor.RemoveNode(existing, SyntaxRemoveOptions.KeepNoTrivia);
                editor.InsertBefore(anchor, StatementEdits.Moved(existing, LineEndings.Of(existing)).WithAdditionalAnnotations(Formatter.Annotation));
            });
        }

        if (JoinText(context, handle) is not { } text)
            return null;
        return new FixOffer($"Join '{handle.Name}' first", nameof(JoinFirst), (editor, session) =>
        {
            if (session.Once((use, handle.Name)))
                editor.InsertBefore(use, Placed(text, use));
        });
    }

    /// <summary>The local that the work's handle is declared in.</summary>
    private static ILocalSymbol? HandleOf(CaptureContext context)
    {
        var declarator = context.Call.FirstAncestorOrSelf<VariableDeclaratorSyntax>();
        return declarator?.Initializer is { } initializer && initializer.Value == context.Call && context.Call is ExpressionSyntax
            ? context.Model.GetDeclaredSymbol(declarator) as ILocalSymbol
            : null;
    }

    private static bool IsInOtherFunction(SyntaxNode use, SyntaxNode call) => FunctionOf(use) != FunctionOf(call);

    private static SyntaxNode? FunctionOf(SyntaxNode node) =>
        node.Ancestors().FirstOrDefault(static a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);

    /// <summary>A statement that does nothing but join, further down beside the use (or beside a statement around it).</summary>
    private static StatementSyntax? ExistingJoin(CaptureContext context, ILocalSymbol handle, StatementSyntax use, out StatementSyntax anchor)
    {
        anchor = use;
        foreach (var outer in use.AncestorsAndSelf().OfType<StatementSyntax>())
        {
            if (outer.Parent is not BlockSyntax block)
                continue;
            var join = block.Statements.FirstOrDefault(statement => statement.SpanStart > outer.SpanStart && IsJoinOf(context, statement, handle));
            if (join is null)
                continue;
            anchor = outer;

            // Moving it out of the way of a loop's next round would change what the loop does.
            return outer is BlockSyntax ? null : join;
        }

        return null;
    }

    private static bool IsJoinOf(CaptureContext context, StatementSyntax statement, ILocalSymbol handle)
    {
        var expression = statement switch
        {
            ExpressionStatementSyntax { Expression: AwaitExpressionSyntax await } => await.Expression,
            ExpressionStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Join" or "Wait" } member } } => member.Expression,
            _ => null,
        };
        if (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } configured })
            expression = configured.Expression;
        return expression is IdentifierNameSyntax name && SymbolEqualityComparer.Default.Equals(context.Model.GetSymbolInfo(name).Symbol, handle);
    }

    private static ExpressionSyntax? JoinText(CaptureContext context, ILocalSymbol handle) => handle.Type.Name switch
    {
        "Task" when IsAsync(context.Call) => Awaits.Of(SyntaxFactory.IdentifierName(handle.Name)),
        "Task" => SyntaxFactory.ParseExpression($"{handle.Name}.Wait()"),
        "Thread" => SyntaxFactory.ParseExpression($"{handle.Name}.Join()"),
        // Its value is handed out once: another Join further down would throw.
        "JoinHandle" when handle.Type is INamedTypeSymbol { IsGenericType: false } => SyntaxFactory.ParseExpression($"{handle.Name}.Join()"),
        _ => null,
    };

    private static bool IsAsync(SyntaxNode node) => Awaits.AreAllowedAt(node);

    private static StatementSyntax Placed(ExpressionSyntax join, StatementSyntax before) => SyntaxFactory.ExpressionStatement(join)
        .WithLeadingTrivia(before.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1))
        .WithTrailingTrivia(LineEndings.Of(before))
        .WithAdditionalAnnotations(Formatter.Annotation);
}
