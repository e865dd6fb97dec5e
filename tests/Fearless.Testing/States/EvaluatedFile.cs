using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A file without markup.</summary>
internal sealed record EvaluatedFile(string Path, SourceText Text);
