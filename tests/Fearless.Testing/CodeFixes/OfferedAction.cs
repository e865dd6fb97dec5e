using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>An action that a fixer has registered for a diagnostic.</summary>
internal sealed record OfferedAction(FixableDiagnostic Target, CodeFixProvider Provider, CodeAction Action);
