using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// Builds solutions. All of them are forks of one empty workspace, and projects are forks of a bound one per framework:
/// binding 160 reference assemblies anew costs more than most tests do.
/// </summary>
internal static class SolutionFactory
{
    /// <summary>The file that carries <see cref="TestSettings.GlobalOptions"/>.</summary>
    public const string OptionsPath = "/verifier.globalconfig";

    private static readonly AdhocWorkspace Workspace = new();
    private static readonly ConcurrentDictionary<ReferenceAssemblies, Task<Solution>> Bases = new();
    private static readonly ProjectId PrimaryId = ProjectId.CreateNewId("TestProject");

    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    private static readonly CSharpCompilationOptions CompilationOptions =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    public static async Task<Solution> CreateAsync(EvaluatedState state, TestSettings settings, CancellationToken cancellationToken)
    {
        var primary = state.Projects[0];
        var framework = primary.State.ReferenceAssemblies ?? settings.ReferenceAssemblies;
        var solution = await Bases.GetOrAdd(framework, CreateBaseAsync).WaitAsync(cancellationToken);
        var ids = state.Projects.ToImmutableDictionary(
            static p => p.State.Name, p => p == primary ? PrimaryId : ProjectId.CreateNewId(p.State.Name));
        foreach (var project in state.Projects)
        {
            var id = ids[project.State.Name];
            if (project != primary)
            {
                framework = project.State.ReferenceAssemblies ?? settings.ReferenceAssemblies;
                var references = await framework.ResolveAsync(LanguageNames.CSharp, cancellationToken);
                solution = AddProject(solution, id, project.State.Name, references);
            }

            solution = Fill(solution, id, project, settings);
        }

        foreach (var project in state.Projects)
        {
            var references = project.State.AdditionalProjectReferences.Select(name => new ProjectReference(ids[name])).ToArray();
            solution = references.Length == 0 ? solution : solution.AddProjectReferences(ids[project.State.Name], references);
        }

        return settings.SolutionTransforms.Aggregate(solution, static (current, transform) => transform(current, PrimaryId));
    }

    private static async Task<Solution> CreateBaseAsync(ReferenceAssemblies framework)
    {
        var references = await framework.ResolveAsync(LanguageNames.CSharp, CancellationToken.None);
        var solution = AddProject(Workspace.CurrentSolution, PrimaryId, "TestProject", references);
        var compilation = await solution.GetRequiredProject(PrimaryId).GetRequiredCompilationAsync(CancellationToken.None);
        _ = compilation.GetSpecialType(SpecialType.System_Object); // binds the references; forks keep them
        return solution;
    }

    private static Solution AddProject(Solution solution, ProjectId id, string name, ImmutableArray<MetadataReference> references) =>
        solution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, name, name, LanguageNames.CSharp,
            compilationOptions: CompilationOptions, parseOptions: ParseOptions,
            metadataReferences: references.AddRange(VerifierDefaults.AdditionalReferences)));

    private static Solution Fill(Solution solution, ProjectId id, EvaluatedProject project, TestSettings settings)
    {
        solution = solution
            .WithProjectCompilationOptions(id, GetCompilationOptions(project.State, settings))
            .WithProjectAssemblyName(id, project.State.AssemblyName)
            .AddMetadataReferences(id, project.State.AdditionalReferences);
        foreach (var file in project.Sources)
        {
            solution = solution.AddDocument(DocumentId.CreateNewId(id, file.Path), GetFileName(file), file.Text, filePath: file.Path);
        }

        foreach (var file in project.AdditionalFiles)
        {
            solution = solution.AddAdditionalDocument(
                DocumentId.CreateNewId(id, file.Path), GetFileName(file), file.Text, filePath: file.Path);
        }

        foreach (var file in project.ConfigFiles)
        {
            solution = solution.AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id, file.Path), GetFileName(file), file.Text, filePath: file.Path);
        }

        return settings.GlobalOptions.Count == 0 ? solution : AddGlobalOptions(solution, id, settings);
    }

    private static Solution AddGlobalOptions(Solution solution, ProjectId id, TestSettings settings)
    {
        // The lowest level, so that a test's own config files win instead of clashing.
        var text = new StringBuilder("is_global = true\nglobal_level = -1\n");
        foreach (var (key, value) in settings.GlobalOptions)
        {
            text.Append(key).Append(" = ").Append(value).Append('\n');
        }

        return solution.AddAnalyzerConfigDocument(
            DocumentId.CreateNewId(id, OptionsPath), OptionsPath[1..], SourceText.From(text.ToString(), Encoding.UTF8), filePath: OptionsPath);
    }

    private static CompilationOptions GetCompilationOptions(ProjectState state, TestSettings settings)
    {
        // Rules that are off by default are on here. Those that are on stay unnamed: a name here would beat a .globalconfig.
        var specific = settings.Descriptors
            .Where(static d => !d.IsEnabledByDefault)
            .DistinctBy(static d => d.Id)
            .ToImmutableDictionary(static d => d.Id, static d => ToReport(d.DefaultSeverity));
        specific = settings.DisabledDiagnostics.Aggregate(specific, static (all, id) => all.SetItem(id, ReportDiagnostic.Suppress));
        return CompilationOptions
            .WithOutputKind(state.OutputKind ?? OutputKind.DynamicallyLinkedLibrary)
            .WithSpecificDiagnosticOptions(specific);
    }

    private static ReportDiagnostic ToReport(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => ReportDiagnostic.Error,
        DiagnosticSeverity.Warning => ReportDiagnostic.Warn,
        DiagnosticSeverity.Info => ReportDiagnostic.Info,
        _ => ReportDiagnostic.Hidden,
    };

    private static string GetFileName(EvaluatedFile file) => System.IO.Path.GetFileName(file.Path);
}
