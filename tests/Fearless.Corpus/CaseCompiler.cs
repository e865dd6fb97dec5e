using System.Collections.Immutable;
using System.IO;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fearless.Corpus;

/// <summary>A case is one file that compiles alone.</summary>
internal static class CaseCompiler
{
    private static readonly CSharpParseOptions _parse = new(
        LanguageVersion.Preview,
        DocumentationMode.Parse,
        preprocessorSymbols: ["NET", "NETCOREAPP", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    public static SyntaxTree Parse(string path) => CSharpSyntaxTree.ParseText(File.ReadAllText(path), _parse, path);

    public static CSharpCompilation Compile(Case @case, string path, ImmutableDictionary<string, ReportDiagnostic> severities) =>
        CSharpCompilation.Create(
            "Case",
            [Parse(path)],
            CaseReferences.For(@case),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable,
                specificDiagnosticOptions: severities,
                concurrentBuild: false));
}
