using System;
using System.Collections.Generic;
using System.Linq;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>A solution before or after the fix, and the diagnostics that are expected in it.</summary>
public sealed class SolutionState() : ProjectState("TestProject", "/0/Test")
{
    public StateInheritanceMode InheritanceMode { get; set; }

    public MarkupMode? MarkupHandling { get; set; }

    public List<DiagnosticResult> ExpectedDiagnostics { get; } = [];

    public ProjectCollection AdditionalProjects { get; } = [];

    /// <summary>Whether the state says anything of its own about files.</summary>
    internal bool HasContent =>
        Sources.Count > 0 || AdditionalFiles.Count > 0 || AnalyzerConfigFiles.Count > 0 || AdditionalProjects.Count > 0;

    /// <summary>This state, completed from <paramref name="before"/>; neither is changed.</summary>
    internal SolutionState Complete(SolutionState before, Func<string, bool> isFixable)
    {
        var unchanged = !HasContent;
        var result = new SolutionState { InheritanceMode = InheritanceMode, MarkupHandling = MarkupHandling, AssemblyName = before.AssemblyName };
        result.InheritProject(this);
        result.ExpectedDiagnostics.AddRange(ExpectedDiagnostics);
        foreach (var name in AdditionalProjects.Keys.Concat(before.AdditionalProjects.Keys).Distinct())
        {
            if (AdditionalProjects.TryGetValue(name, out var own))
            {
                result.AdditionalProjects[name].AssemblyName = own.AssemblyName;
                result.AdditionalProjects[name].InheritProject(own);
            }

            if (InheritanceMode != StateInheritanceMode.Explicit && before.AdditionalProjects.TryGetValue(name, out var other))
            {
                result.AdditionalProjects[name].AssemblyName = other.AssemblyName;
                result.AdditionalProjects[name].InheritProject(other);
            }
        }

        if (InheritanceMode == StateInheritanceMode.Explicit)
        {
            return result;
        }

        result.InheritProject(before);
        if (unchanged)
        {
            result.MarkupHandling ??= before.MarkupHandling ?? MarkupMode.Allow;
        }

        if (result.ExpectedDiagnostics.Count == 0)
        {
            var all = unchanged || InheritanceMode == StateInheritanceMode.AutoInheritAll;
            result.ExpectedDiagnostics.AddRange(before.ExpectedDiagnostics.Where(d => all || !isFixable(d.Id)));
        }

        return result;
    }
}
