using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;

namespace Fearless.CodeFixes;

/// <summary>A change of a type reaches every use of it: whether they all bear it, the compiler says.</summary>
internal static class Trial
{
    public static async Task<bool> CompilesAsync(Document document, FixOffer offer, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        offer.Apply(editor, new FixSession());
        var before = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var after = await editor.GetChangedDocument().GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return before is not null && after is not null && Errors(after, cancellationToken) <= Errors(before, cancellationToken);
    }

    private static int Errors(SemanticModel model, CancellationToken cancellationToken) =>
        model.GetDiagnostics(cancellationToken: cancellationToken).Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
