using System.Collections.Immutable;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A project whose files hold no markup any more.</summary>
internal sealed record EvaluatedProject(
    ProjectState State,
    ImmutableArray<EvaluatedFile> Sources,
    ImmutableArray<EvaluatedFile> AdditionalFiles,
    ImmutableArray<EvaluatedFile> ConfigFiles);
