using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>An <c>if</c> around the wait becomes a <c>while</c>; a pulse that concerns everybody wakes everybody.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class ConditionMisuseFix() : StepwiseCodeFix(Descriptors.FEAR3012_ConditionMisuse)
{
    internal override async Task<FixStep?> StepAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax member, Parent: ExpressionStatementSyntax statement } call
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return null;
        }

        if (member.Name.Identifier.ValueText == "Wait")
            return Loop(root, statement);
        if (member.Name.Identifier.ValueText != "Pulse" || IsLast(call))
            return null;
        var all = SyntaxFactory.IdentifierName("PulseAll").WithTriviaFrom(member.Name);
        return new FixStep("Wake all waiters", "PulseAll", root.ReplaceNode(member.Name, all));
    }

    private static FixStep? Loop(SyntaxNode root, ExpressionStatementSyntax wait)
    {
        var choice = wait.Parent is BlockSyntax { Statements.Count: 1 } block ? block.Parent as IfStatementSyntax : wait.Parent as IfStatementSyntax;
        if (choice is not { Else: null } || (choice.Statement != wait && choice.Statement != wait.Parent))
            return null;
        var keyword = SyntaxFactory.Token(SyntaxKind.WhileKeyword).WithTriviaFrom(choice.IfKeyword);
        var loop = SyntaxFactory.WhileStatement(keyword, choice.OpenParenToken, choice.Condition, choice.CloseParenToken, choice.Statement);
        return new FixStep("Wait in a 'while'", "WaitInLoop", root.ReplaceNode(choice, loop));
    }

    /// <summary>A pulse that comes too early is not helped by being louder.</summary>
    private static bool IsLast(InvocationExpressionSyntax pulse) =>
        pulse.FirstAncestorOrSelf<LockStatementSyntax>() is { Statement: BlockSyntax { Statements.Count: 1 } };
}
