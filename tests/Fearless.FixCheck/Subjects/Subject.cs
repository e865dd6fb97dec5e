using System.Collections.Generic;

namespace Fearless.FixCheck;

/// <summary>A program whose findings are fixed.</summary>
/// <param name="Name">For the report.</param>
/// <param name="Kind">What it is compiled against.</param>
/// <param name="Files">Paths and texts.</param>
internal sealed record Subject(string Name, ReferenceKind Kind, IReadOnlyList<SourceFile> Files);
