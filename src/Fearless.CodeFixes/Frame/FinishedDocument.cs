using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Text;

namespace Fearless.CodeFixes;

/// <summary>
/// What a fix leaves behind: names shortened, new code formatted, lines that end as the file's do, and the tree that the text parses to,
/// whatever the fix has put together.
/// </summary>
internal static class FinishedDocument
{
    public static async Task<Document> MakeAsync(Document before, Document changed, CancellationToken cancellationToken)
    {
        var clean = await Cleanup.Instance.OfAsync(changed, cancellationToken).ConfigureAwait(false);
        var (oldText, oldRoot) = await PartsAsync(before, cancellationToken).ConfigureAwait(false);
        var (text, root) = await PartsAsync(clean, cancellationToken).ConfigureAwait(false);
        return before.WithText(LineEndings.AsIn(oldText, CommentColumns.AsIn(oldText, oldRoot, text, root)));
    }

    private static async Task<(SourceText Text, SyntaxNode Root)> PartsAsync(Document document, CancellationToken cancellationToken) =>
        (await document.GetTextAsync(cancellationToken).ConfigureAwait(false), (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!);

    /// <summary>Only an action can ask for the clean-up that the workspace does after actions.</summary>
    private sealed class Cleanup : CodeAction
    {
        public static readonly Cleanup Instance = new();

        public override string Title => nameof(Cleanup);

        public Task<Document> OfAsync(Document document, CancellationToken cancellationToken) => PostProcessChangesAsync(document, cancellationToken);
    }
}
