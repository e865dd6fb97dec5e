using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Compares the files of a fixed solution with the expected ones.</summary>
internal static class SolutionComparer
{
    public static async Task VerifyAsync(EvaluatedState expected, Solution actual, IVerifier verifier, CancellationToken cancellationToken)
    {
        if (await FindDifferenceAsync(expected, actual, cancellationToken) is { } difference)
        {
            verifier.Fail(difference);
        }
    }

    public static async Task<string?> FindDifferenceAsync(EvaluatedState expected, Solution actual, CancellationToken cancellationToken)
    {
        foreach (var project in expected.Projects)
        {
            var actualProject = actual.Projects.Single(p => p.Name == project.State.Name);
            var configFiles = actualProject.AnalyzerConfigDocuments.Where(static d => d.FilePath != SolutionFactory.OptionsPath);
            var difference = await CompareAsync(project.Sources, actualProject.Documents, cancellationToken)
                ?? await CompareAsync(project.AdditionalFiles, actualProject.AdditionalDocuments, cancellationToken)
                ?? await CompareAsync(project.ConfigFiles, configFiles, cancellationToken);
            if (difference is not null)
            {
                return difference;
            }
        }

        return null;
    }

    private static async Task<string?> CompareAsync(
        ImmutableArray<EvaluatedFile> expected, IEnumerable<TextDocument> actual, CancellationToken cancellationToken)
    {
        var documents = actual.ToList();
        foreach (var file in expected)
        {
            // A document that a fix has added need not have a path yet.
            var document = documents.Find(d => (d.FilePath ?? d.Name) == file.Path)
                ?? documents.Find(d => d.FilePath is null && d.Name == Path.GetFileName(file.Path));
            if (document is null)
            {
                return $"The fixed solution lacks the file '{file.Path}'.";
            }

            documents.Remove(document);
            var text = await document.GetTextAsync(cancellationToken);
            if (!text.ContentEquals(file.Text))
            {
                return $"The fixed file '{file.Path}' differs (- expected, + actual):\n{LineDiff.Write(file.Text, text)}\n\nActual text:\n{text}";
            }
        }

        return documents.Count == 0
            ? null
            : $"The fixed solution has an unexpected file '{documents[0].Name}':\n{await documents[0].GetTextAsync(cancellationToken)}";
    }
}
