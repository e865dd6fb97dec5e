using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Applies an action, and goes on with what the parser makes of its text.</summary>
internal static class ActionApplier
{
    public static async Task<Solution> ApplyAsync(
        Solution solution, CodeAction action, CodeActionValidationMode mode, IVerifier verifier, CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken);
        var changes = operations.OfType<ApplyChangesOperation>().ToArray();
        verifier.True(
            changes.Length == 1,
            $"The action '{action.Title}' consists of {changes.Length} ApplyChangesOperations; there must be exactly one.");
        var changed = changes[0].ChangedSolution;
        foreach (var id in GetChangedDocuments(solution, changed))
        {
            var document = changed.GetRequiredDocument(id);
            var root = await document.GetRequiredRootAsync(cancellationToken);
            var text = await document.GetTextAsync(cancellationToken);
            verifier.True(text.Encoding is not null, $"The action '{action.Title}' loses the encoding of '{document.Name}'.");

            // Parsed from scratch: the workspace would parse incrementally and find that the fixer's tree is good enough.
            var options = (CSharpParseOptions?)document.Project.ParseOptions;
            var parsed = await CSharpSyntaxTree.ParseText(text, options, document.FilePath ?? "", cancellationToken).GetRootAsync(cancellationToken);
            changed = changed.WithDocumentSyntaxRoot(id, parsed, PreservationMode.PreserveIdentity);
            if (mode != CodeActionValidationMode.None && TreeDifference.Find(root, parsed, mode) is { } difference)
            {
                verifier.Fail(
                    $"The action '{action.Title}' builds a syntax tree that its text does not parse to:\n{difference}\n\nText:\n{text}");
            }
        }

        return changed;
    }

    /// <summary>Whether any text, file or reference differs: a new tree for the same text is no change.</summary>
    public static async Task<bool> HasChangesAsync(Solution before, Solution after, CancellationToken cancellationToken)
    {
        var changes = after.GetChanges(before).GetProjectChanges().ToArray();
        foreach (var (id, project) in changes.SelectMany(static p => p.GetChangedDocuments(), static (p, id) => (id, p)))
        {
            var oldText = await project.OldProject.Solution.GetRequiredDocument(id).GetTextAsync(cancellationToken);
            var newText = await project.NewProject.Solution.GetRequiredDocument(id).GetTextAsync(cancellationToken);
            if (!oldText.ContentEquals(newText))
            {
                return true;
            }
        }

        return Array.Exists(changes, HasOtherFiles);
    }

    private static bool HasOtherFiles(ProjectChanges changes) =>
        changes.GetAddedDocuments().Any() || changes.GetRemovedDocuments().Any()
        || changes.GetChangedAdditionalDocuments().Any() || changes.GetAddedAdditionalDocuments().Any()
        || changes.GetRemovedAdditionalDocuments().Any()
        || changes.GetChangedAnalyzerConfigDocuments().Any() || changes.GetAddedAnalyzerConfigDocuments().Any()
        || changes.GetAddedMetadataReferences().Any() || changes.GetAddedProjectReferences().Any();

    private static ImmutableArray<DocumentId> GetChangedDocuments(Solution before, Solution after) =>
        [.. after.GetChanges(before).GetProjectChanges().SelectMany(GetChangedDocuments)];

    private static IEnumerable<DocumentId> GetChangedDocuments(ProjectChanges changes) =>
        changes.GetChangedDocuments().Concat(changes.GetAddedDocuments());
}
