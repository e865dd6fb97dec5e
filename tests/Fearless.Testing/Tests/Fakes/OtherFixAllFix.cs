using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Its Fix All does something else than its fix: it writes whole names in capitals.</summary>
public sealed class OtherFixAllFix : RenameFix
{
    public override FixAllProvider? GetFixAllProvider() => FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        var text = await document.GetTextAsync(context.CancellationToken);
        foreach (var diagnostic in diagnostics)
        {
            text = text.WithChanges(
                new TextChange(diagnostic.Location.SourceSpan, text.ToString(diagnostic.Location.SourceSpan).ToUpperInvariant()));
        }

        return document.WithText(text);
    });

    protected override string Rename(string name) => Capitalize(name);
}
