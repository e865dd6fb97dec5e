using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Fearless.FixCheck;

/// <summary>A project with what the compiler and the suite say of it.</summary>
internal sealed record Snapshot(Project Project, IReadOnlyList<Diagnostic> Errors, IReadOnlyList<Diagnostic> Findings)
{
    public IReadOnlyList<Diagnostic> FindingsIn(Document document) => [.. Findings.Where(finding => Project.GetDocument(finding.Location.SourceTree)?.Id == document.Id)];

    public int Count(string id) => Findings.Count(finding => finding.Id == id);
}
