using System.Collections.Immutable;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A state whose markup has become expectations. The first project is the primary one.</summary>
internal sealed record EvaluatedState(ImmutableArray<EvaluatedProject> Projects, ImmutableArray<DiagnosticResult> Expected)
{
    /// <summary>The file that expectations without a path mean.</summary>
    public string DefaultPath => Projects[0].Sources.Select(static s => s.Path).FirstOrDefault() ?? "";

    public bool HasSameContent(EvaluatedState other) =>
        Projects.Length == other.Projects.Length && Projects.Zip(other.Projects).All(static p => HasSameFiles(p.First, p.Second));

    private static bool HasSameFiles(EvaluatedProject left, EvaluatedProject right) =>
        AreSame(left.Sources, right.Sources)
        && AreSame(left.AdditionalFiles, right.AdditionalFiles)
        && AreSame(left.ConfigFiles, right.ConfigFiles);

    private static bool AreSame(ImmutableArray<EvaluatedFile> left, ImmutableArray<EvaluatedFile> right) =>
        left.Length == right.Length
        && left.Zip(right).All(static p => p.First.Path == p.Second.Path && p.First.Text.ContentEquals(p.Second.Text));
}
