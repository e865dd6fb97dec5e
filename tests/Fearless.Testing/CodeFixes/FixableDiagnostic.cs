namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A diagnostic in a document, which one of the fixers says it can fix.</summary>
internal sealed record FixableDiagnostic(Document Document, Diagnostic Diagnostic);
