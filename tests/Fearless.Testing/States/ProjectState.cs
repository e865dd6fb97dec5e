using System.Collections.Generic;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The content of one project of a test.</summary>
public class ProjectState(string name, string defaultPrefix)
{
    public string Name { get; } = name;

    public string AssemblyName { get; set; } = name;

    /// <summary>Null = a library, unless inherited.</summary>
    public OutputKind? OutputKind { get; set; }

    public ReferenceAssemblies? ReferenceAssemblies { get; set; }

    public SourceFileList Sources { get; } = new(defaultPrefix, "cs");

    public SourceFileList AdditionalFiles { get; } = new(defaultPrefix, "txt");

    /// <summary>Such as <c>("/.editorconfig", text)</c>, or <c>("/.globalconfig", "is_global = true\n…")</c>.</summary>
    public SourceFileList AnalyzerConfigFiles { get; } = new(defaultPrefix, "globalconfig");

    public MetadataReferenceList AdditionalReferences { get; } = [];

    /// <summary>The names of the projects that this one refers to.</summary>
    public List<string> AdditionalProjectReferences { get; } = [];

    /// <summary>Whatever this state does not say, it takes from <paramref name="other"/>.</summary>
    internal void InheritProject(ProjectState other)
    {
        OutputKind ??= other.OutputKind;
        ReferenceAssemblies ??= other.ReferenceAssemblies;
        InheritList(Sources, other.Sources);
        InheritList(AdditionalFiles, other.AdditionalFiles);
        InheritList(AnalyzerConfigFiles, other.AnalyzerConfigFiles);
        InheritList(AdditionalReferences, other.AdditionalReferences);
        InheritList(AdditionalProjectReferences, other.AdditionalProjectReferences);
    }

    private static void InheritList<T>(List<T> list, List<T> other)
    {
        if (list.Count == 0)
        {
            list.AddRange(other);
        }
    }
}
