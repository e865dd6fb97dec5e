using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

/// <summary>A call or an assignment that stands in a block.</summary>
internal sealed class ExtractStatement(ExtractionTarget target) : Extraction(target, "statement")
{
    protected override SyntaxNode? PartOf(StatementSyntax statement) =>
        statement is ExpressionStatementSyntax { Parent: null or BlockSyntax } ? statement : null;
}
