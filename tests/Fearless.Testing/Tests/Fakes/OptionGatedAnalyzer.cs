using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Reports only if MSBuild, or an .editorconfig for the file, says so.</summary>
public sealed class OptionGatedAnalyzer : FakeAnalyzer
{
    protected override void Register(AnalysisContext context) => OnBadClass(context, static (c, type) =>
    {
        var options = c.Options.AnalyzerConfigOptionsProvider;
        if (IsOn(options.GlobalOptions, "build_property.Gate") || IsOn(options.GetOptions(c.Node.SyntaxTree), "test.gate"))
        {
            c.ReportDiagnostic(At(type));
        }
    });

    private static bool IsOn(AnalyzerConfigOptions options, string key) => options.TryGetValue(key, out var value) && value == "true";
}
