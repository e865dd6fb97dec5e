using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.CodeFixes;

/// <summary>Fixes of FEAR2010: what is still to be done with the object goes before the lock that stores it, or happens in a local.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EarlyPublicationFix)), Shared]
public sealed class EarlyPublicationFix() : StepwiseCodeFix(Descriptors.FEAR2010_EarlyPublication)
{
    internal override async Task<FixStep?> StepAsync(Document document, SyntaxNode node, string ruleId, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || node.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Expression: AssignmentExpressionSyntax store, Parent: BlockSyntax block } statement)
            return null;
        return store.Right is IdentifierNameSyntax ? BeforeTheLock(root, store, block) : InLocal(root, model, store, statement, block);
    }

    /// <summary>Statements that go on with the local right after the lock.</summary>
    private static FixStep? BeforeTheLock(SyntaxNode root, AssignmentExpressionSyntax store, BlockSyntax block)
    {
        if (block.Parent is not LockStatementSyntax { Parent: BlockSyntax around } locked || block.Statements.Count != 1)
            return null;
        var name = ((IdentifierNameSyntax)store.Right).Identifier.ValueText;
        var index = around.Statements.IndexOf(locked);
        var late = around.Statements.Skip(index + 1).TakeWhile(next => next is ExpressionStatementSyntax && Mentions(next, name)).ToList();
        if (late.Count == 0 || late.Any(next => Mentions(next, store.Left.ToString())) || around.Statements.Skip(index + 1 + late.Count).Any(next => Mentions(next, name)))
            return null;
        var first = late[0].WithLeadingTrivia(late[0].GetLeadingTrivia().SkipWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));
        var statements = around.Statements.Take(index).Concat([first]).Concat(late.Skip(1)).Concat([locked]).Concat(around.Statements.Skip(index + 1 + late.Count));
        return new FixStep("Finish the object before it is stored", "BeforeTheLock", root.ReplaceNode(around, around.WithStatements(SyntaxFactory.List(statements))));
    }

    /// <summary>Made and filled in a local, stored after the last statement that mentions it.</summary>
    private static FixStep? InLocal(SyntaxNode root, SemanticModel model, AssignmentExpressionSyntax store, ExpressionStatementSyntax statement, BlockSyntax block)
    {
        if (store.Left is not IdentifierNameSyntax field || model.GetSymbolInfo(field).Symbol is not { } member)
            return null;
        var index = block.Statements.IndexOf(statement);
        var last = -1;
        for (var i = index + 1; i < block.Statements.Count; i++)
        {
            if (UsesOf(block.Statements[i], member, model).Length == 0)
                continue;
            if (block.Statements[i] is ReturnStatementSyntax)
                break;
            last = i;
        }

        if (last < 0 || block.Statements.Skip(index + 1).Take(last - index).Any(static next => next.DescendantNodesAndSelf().Any(static inner => inner is ReturnStatementSyntax or AnonymousFunctionExpressionSyntax)))
            return null;
        var name = FreshNames.At(model, statement, member.Name.TrimStart('_').Split('_').Last());
        var local = SyntaxFactory.IdentifierName(name);
        var declaration = SyntaxFactory.ParseStatement($"var {name} = {store.Right};").WithTriviaFrom(statement);
        var publish = SyntaxFactory.ParseStatement($"{field} = {name};")
            .WithLeadingTrivia(statement.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
            .WithTrailingTrivia(LineEndings.Of(statement));
        var statements = block.Statements.Select((current, i) => i == index ? declaration
            : i > index && i <= last ? current.ReplaceNodes(UsesOf(current, member, model), (old, _) => local.WithTriviaFrom(old)) : current).ToList();
        statements.Insert(last + 1, publish);
        return new FixStep("Finish the object in a local and store it last", "InLocal", root.ReplaceNode(block, block.WithStatements(SyntaxFactory.List(statements))));
    }

    private static IdentifierNameSyntax[] UsesOf(SyntaxNode node, ISymbol member, SemanticModel model) =>
        [.. node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == member.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, member))];

    private static bool Mentions(SyntaxNode node, string name) =>
        node.DescendantNodes().Any(inner => inner is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name);
}
