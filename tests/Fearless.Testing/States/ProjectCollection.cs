using System.Collections.Generic;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The further projects of a state, by name; asking for a new name makes the project.</summary>
public sealed class ProjectCollection : Dictionary<string, ProjectState>
{
    public new ProjectState this[string projectName]
    {
        get
        {
            if (!TryGetValue(projectName, out var project))
            {
                Add(projectName, project = new ProjectState(projectName, $"/{projectName}/Test"));
            }

            return project;
        }
    }
}
