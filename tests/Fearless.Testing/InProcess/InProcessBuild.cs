using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Fearless.Testing;

/// <summary>
/// Compiles whole programs and runs many analyzers over them, as a build of a project does that refers to the package directly. For sources
/// that are not written as tests (samples, documentation, the corpus, our own code), where the verifier's markup has no place.
/// </summary>
public static class InProcessBuild
{
    public static CSharpParseOptions ParseOptions { get; } = new(
        LanguageVersion.Preview,
        DocumentationMode.Parse,
        preprocessorSymbols: ["NET", "NETCOREAPP", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    public static ImmutableArray<MetadataReference> Framework { get; } =
        ReferenceAssemblies.Net.Net100.ResolveAsync(LanguageNames.CSharp, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>What a web application sees.</summary>
    public static ImmutableArray<MetadataReference> WebFramework =>
        ReferenceAssemblies.Net.Web100.ResolveAsync(LanguageNames.CSharp, CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>All analyzers of an assembly, in a fixed order.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> AnalyzersOf(Assembly assembly) =>
        [.. assembly.GetTypes()
            .Where(static type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)];

    public static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, ParseOptions, path);

    /// <param name="assemblyName">Counts for <c>InternalsVisibleTo</c>.</param>
    /// <param name="trees">All of the program.</param>
    /// <param name="references">Beside the framework's.</param>
    public static CSharpCompilation Compile(string assemblyName, IReadOnlyCollection<SyntaxTree> trees, params IEnumerable<MetadataReference> references)
    {
        var isProgram = trees.Any(static tree => tree.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement));
        return CSharpCompilation.Create(
            assemblyName,
            trees,
            Framework.Concat(references),
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>Compiles and analyses in one go.</summary>
    public static async Task<BuildResult> BuildAsync(
        Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, bool concurrent = true, string mode = "default")
    {
        if (analyzers.IsEmpty)
            return BuildResult.Of(compilation.GetDiagnostics());

        var gate = new FixedGlobalOptions([new("build_property.FearlessAnalyzers", "true"), new("build_property.FearlessMode", mode)]);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], gate), onAnalyzerException: null, concurrent, logAnalyzerExecutionTime: false);
        return BuildResult.Of(await compilation.WithAnalyzers(analyzers, options).GetAllDiagnosticsAsync());
    }
}
