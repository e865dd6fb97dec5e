using System;
using System.Collections.Immutable;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The choice behind <c>[|text|]</c> and <c>Diagnostic()</c>.</summary>
internal static class DefaultDescriptor
{
    public static DiagnosticDescriptor Find(ImmutableArray<DiagnosticDescriptor> descriptors, MarkupOptions options)
    {
        descriptors = descriptors.RemoveAll(static descriptor => VerifierDefaults.FailureIds.Contains(descriptor.Id));
        if (descriptors.IsEmpty)
        {
            throw new InvalidOperationException(
                "The analyzer supports no diagnostic, so '[|text|]' and Diagnostic() mean nothing: name the ID, as in '{|CS0168:text|}'.");
        }

        if (descriptors.Length > 1 && (options & MarkupOptions.UseFirstDescriptor) == 0)
        {
            throw new InvalidOperationException(
                $"The analyzer supports several diagnostics ({string.Join(", ", descriptors.Select(static d => d.Id))}), so '[|text|]' and Diagnostic() are ambiguous: "
                + "write '{|ID:text|}' or Diagnostic(id), or set MarkupOptions.UseFirstDescriptor.");
        }

        return descriptors[0];
    }
}
