using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Fearless.FixCheck;

/// <summary>One document before and after a fix.</summary>
/// <param name="Before">The tree that was fixed.</param>
/// <param name="Built">The tree that the fix built.</param>
/// <param name="After">What the parser makes of its text.</param>
/// <param name="Targets">The findings that were fixed.</param>
internal sealed record Change(SyntaxNode Before, SyntaxNode Built, SyntaxNode After, IReadOnlyList<Diagnostic> Targets)
{
    public SourceText OldText => Before.SyntaxTree.GetText();

    public SourceText NewText => After.SyntaxTree.GetText();
}
