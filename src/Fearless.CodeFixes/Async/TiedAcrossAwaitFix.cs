using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>The await goes before the value is made, or the last use of the value before the await: where the two statements are neighbours.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class TiedAcrossAwaitFix() : FearlessCodeFix(Descriptors.FEAR7001_TiedAcrossAwait)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(TiedAcrossAwait.NameKey, out var name) || name is null
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not AwaitExpressionSyntax wait
            || StatementOf(wait) is not { Parent: BlockSyntax block } statement)
        {
            return [];
        }

        var index = block.Statements.IndexOf(statement);
        if (index > 0 && Declares(block.Statements[index - 1], name) && !Mentions(statement, name))
            return [new FixOffer($"Await before '{name}' is made", "AwaitFirst", (editor, _) => Swap(editor, block.Statements[index - 1], statement))];
        if (index + 1 < block.Statements.Count && block.Statements[index + 1] is ExpressionStatementSyntax { Expression: InvocationExpressionSyntax } use
            && Mentions(use, name) && !use.DescendantNodes().Any(static node => node is AwaitExpressionSyntax) && !Mentions(statement, name)
            && !Declared(statement).Any(declared => Mentions(use, declared)) && IsLastUse(block, index + 1, name))
        {
            return [new FixOffer($"Finish with '{name}' before the await", "FinishFirst", (editor, _) => Swap(editor, statement, use))];
        }

        return [];
    }

    /// <summary>The statement whose whole value the await is.</summary>
    private static StatementSyntax? StatementOf(AwaitExpressionSyntax wait) => wait.Parent switch
    {
        ExpressionStatementSyntax statement => statement,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax, Parent: ExpressionStatementSyntax statement } => statement,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } statement } } } => statement,
        _ => null,
    };

    private static bool Declares(StatementSyntax statement, string name) =>
        statement is LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } && variables[0].Identifier.ValueText == name;

    private static IEnumerable<string> Declared(StatementSyntax statement) =>
        statement is LocalDeclarationStatementSyntax local ? local.Declaration.Variables.Select(static variable => variable.Identifier.ValueText)
        : statement is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax target } } ? [target.Identifier.ValueText] : [];

    private static bool Mentions(SyntaxNode node, string name) =>
        node.DescendantNodes().Any(inner => inner is IdentifierNameSyntax identifier && identifier.Identifier.ValueText == name);

    /// <summary>In a loop, or if it is disposed at the end of the block, it goes on being used.</summary>
    private static bool IsLastUse(BlockSyntax block, int last, string name) =>
        !block.Statements.Skip(last + 1).Any(statement => Mentions(statement, name))
        && block.Statements.Take(last).Any(statement => Declares(statement, name) && statement is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 });

    /// <summary>Comments go with their statements.</summary>
    private static void Swap(DocumentEditor editor, StatementSyntax first, StatementSyntax second)
    {
        editor.ReplaceNode(first, second);
        editor.ReplaceNode(second, first);
    }
}
