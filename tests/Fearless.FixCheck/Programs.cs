using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Fearless.FixCheck;

/// <summary>Makes projects of subjects, all of them forks of one workspace: binding the framework is done once a kind.</summary>
internal static class Programs
{
    private static readonly AdhocWorkspace _workspace = new();
    private static readonly MetadataReference _runtime = MetadataReference.CreateFromFile(typeof(SendAttribute).Assembly.Location);
    private static readonly ImmutableArray<MetadataReference> _web = [.. InProcessBuild.WebFramework, _runtime];
    private static readonly ImmutableArray<MetadataReference> _framework = InProcessBuild.Framework;
    private static readonly ImmutableArray<MetadataReference> _withRuntime = [.. InProcessBuild.Framework, _runtime];

    public static Project Create(Subject subject)
    {
        var id = ProjectId.CreateNewId();
        var options = new CSharpCompilationOptions(
            subject.Files.Any(static file => HasTopLevelStatements(file)) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            allowUnsafe: true,
            nullableContextOptions: NullableContextOptions.Enable);
        var solution = _workspace.CurrentSolution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, "Subject", "Subject", LanguageNames.CSharp, compilationOptions: options,
            parseOptions: InProcessBuild.ParseOptions, metadataReferences: References(subject.Kind)));
        foreach (var file in subject.Files)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), System.IO.Path.GetFileName(file.Path), SourceText.From(file.Text, Encoding.UTF8), filePath: file.Path);
        return solution.GetProject(id)!;
    }

    private static bool HasTopLevelStatements(SourceFile file) => file.Text.Contains("static void Main", StringComparison.Ordinal) is false
        && CSharpSyntaxTree.ParseText(file.Text, InProcessBuild.ParseOptions).GetCompilationUnitRoot().Members.Any(static member => member is GlobalStatementSyntax);

    private static ImmutableArray<MetadataReference> References(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Framework => _framework,
        ReferenceKind.Web => _web,
        _ => _withRuntime,
    };
}
