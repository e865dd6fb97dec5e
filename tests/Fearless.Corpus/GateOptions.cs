using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Corpus;

/// <summary>The options of a project that refers to the package and sets nothing else.</summary>
internal sealed class GateOptions : AnalyzerConfigOptionsProvider
{
    private static readonly Options _none = new(ImmutableDictionary<string, string>.Empty);

    public override AnalyzerConfigOptions GlobalOptions { get; } =
        new Options(ImmutableDictionary.CreateRange([KeyValuePair.Create("build_property.FearlessAnalyzers", "true")]));

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _none;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _none;

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        private readonly ImmutableDictionary<string, string> _values = values.WithComparers(KeyComparer);

        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => _values.TryGetValue(key, out value);
    }
}
