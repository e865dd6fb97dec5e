using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

/// <summary>A region with its lock.</summary>
internal sealed class ExtractLock(ExtractionTarget target) : Extraction(target, "lock")
{
    protected override SyntaxNode? PartOf(StatementSyntax statement) => statement as LockStatementSyntax ?? (statement is { Parent: null } ? statement : null);
}
