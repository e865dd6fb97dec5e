using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

/// <summary>What is done under a lock.</summary>
internal sealed class ExtractRegion(ExtractionTarget target) : Extraction(target, "region")
{
    protected override SyntaxNode? PartOf(StatementSyntax statement) =>
        statement is LockStatementSyntax { Statement: BlockSyntax { Statements.Count: > 0 } region } ? region : null;
}
