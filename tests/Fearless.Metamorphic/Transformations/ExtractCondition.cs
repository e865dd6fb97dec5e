using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

/// <summary>What an if tests.</summary>
internal sealed class ExtractCondition(ExtractionTarget target) : Extraction(target, "condition")
{
    protected override SyntaxNode? PartOf(StatementSyntax statement) =>
        statement is IfStatementSyntax { Parent: not ElseClauseSyntax, Condition: not LiteralExpressionSyntax and var condition } ? condition : null;
}
