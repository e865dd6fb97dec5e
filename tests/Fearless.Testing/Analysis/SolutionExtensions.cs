using System;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Lookups that cannot fail for C# projects of our own making.</summary>
internal static class SolutionExtensions
{
    public static Project GetRequiredProject(this Solution solution, ProjectId id) =>
        solution.GetProject(id) ?? throw new InvalidOperationException($"No project {id}.");

    public static Document GetRequiredDocument(this Solution solution, DocumentId id) =>
        solution.GetDocument(id) ?? throw new InvalidOperationException($"No document {id}.");

    public static async Task<Compilation> GetRequiredCompilationAsync(this Project project, CancellationToken cancellationToken) =>
        await project.GetCompilationAsync(cancellationToken) ?? throw new InvalidOperationException($"{project.Name} has no compilation.");

    public static async Task<SyntaxNode> GetRequiredRootAsync(this Document document, CancellationToken cancellationToken) =>
        await document.GetSyntaxRootAsync(cancellationToken) ?? throw new InvalidOperationException($"{document.Name} has no syntax.");
}
