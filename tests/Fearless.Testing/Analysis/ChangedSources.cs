using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A compilation with one more line at the top of every file.</summary>
internal static class ChangedSources
{
    public static async Task<Compilation> PrependAsync(Compilation compilation, string line, CancellationToken cancellationToken)
    {
        var trees = new List<SyntaxTree>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            var text = await tree.GetTextAsync(cancellationToken);
            trees.Add(tree.WithChangedText(text.WithChanges(new TextChange(default, line + "\n"))));
        }

        return compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees);
    }

    /// <summary>By path, so that locations made by hand, without a syntax tree, count too.</summary>
    public static bool IsInSource(Diagnostic diagnostic, Compilation compilation) =>
        diagnostic.Location.Kind != LocationKind.None
        && compilation.SyntaxTrees.Any(t => t.FilePath == diagnostic.Location.GetLineSpan().Path);
}
