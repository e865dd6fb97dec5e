using Microsoft.CodeAnalysis.Text;

namespace Fearless.Analyzers.Types;

/// <summary>What is wrong with a line of a catalog file.</summary>
internal readonly struct CatalogProblem(TextSpan span, string message)
{
    public TextSpan Span { get; } = span;

    public string Message { get; } = message;
}
