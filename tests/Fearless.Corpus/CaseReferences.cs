using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Fearless.Corpus;

/// <summary>What a case is compiled against. Reference assemblies, not the running ones: private fields of the BCL must stay out of sight.</summary>
internal static class CaseReferences
{
    private static readonly MetadataReference[] _framework = LoadFramework();
    private static readonly MetadataReference[] _withRuntime = [.. _framework, LoadRuntime()];

    public static IReadOnlyList<MetadataReference> For(Case @case) => @case.Set == "real" ? _framework : _withRuntime;

    private static MetadataReference[] LoadFramework()
    {
        // <dotnet>/shared/Microsoft.NETCore.App/<version>/ is where we run; <dotnet>/packs/ holds what we compile against.
        var dotnet = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var pack = Directory.GetDirectories(Path.Combine(dotnet, "packs", "Microsoft.NETCore.App.Ref"), "10.0.*")
            .MaxBy(static folder => Version.Parse(Path.GetFileName(folder)))
            ?? throw new InvalidOperationException("the SDK has no reference pack for net10.0");
        return [.. Directory.GetFiles(Path.Combine(pack, "ref", "net10.0"), "*.dll").Select(static file => MetadataReference.CreateFromFile(file))];
    }

    private static MetadataReference LoadRuntime()
    {
        var runtime = typeof(SendAttribute).Assembly;
        if (runtime.GetType("Fearless.Async.TaskScope") is not null)
            return MetadataReference.CreateFromFile(runtime.Location);

        var contract = Path.Combine(CaseCatalog.Root, "cases", "api", "Fearless.cs");
        var compilation = CSharpCompilation.Create(
            "Fearless", [CaseCompiler.Parse(contract)], _framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidOperationException(string.Join(Environment.NewLine, result.Diagnostics));
    }
}
