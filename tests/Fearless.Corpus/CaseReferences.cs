using System;
using System.Collections.Generic;
using System.IO;
using Fearless.Testing;
using Microsoft.CodeAnalysis;

namespace Fearless.Corpus;

/// <summary>What a case is compiled against, beside the framework: the runtime, unless it was distilled from somebody else's code.</summary>
internal static class CaseReferences
{
    private static readonly MetadataReference[] _runtime = [LoadRuntime()];

    public static IReadOnlyList<MetadataReference> For(Case @case) => @case.Set == "real" ? [] : _runtime;

    private static MetadataReference LoadRuntime()
    {
        var runtime = typeof(SendAttribute).Assembly;
        if (runtime.GetType("Fearless.Async.TaskScope") is not null)
            return MetadataReference.CreateFromFile(runtime.Location);

        var contract = Path.Combine(CaseCatalog.Root, "cases", "api", "Fearless.cs");
        var compilation = InProcessBuild.Compile("Fearless", [InProcessBuild.Parse(File.ReadAllText(contract), contract)]);
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidOperationException(string.Join(Environment.NewLine, result.Diagnostics));
    }
}
