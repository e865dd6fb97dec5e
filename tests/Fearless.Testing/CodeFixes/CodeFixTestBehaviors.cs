using System;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>What a test of a code fix leaves out; say why where you do.</summary>
[Flags]
public enum CodeFixTestBehaviors
{
    None = 0,
    SkipFixAllInDocumentCheck = 1,
    SkipFixAllInProjectCheck = 2,
    SkipFixAllInSolutionCheck = 4,
    SkipFixAllCheck = SkipFixAllInDocumentCheck | SkipFixAllInProjectCheck | SkipFixAllInSolutionCheck,

    /// <summary>Apply one fix, whatever is left.</summary>
    FixOne = 8,

    /// <summary>Allow a fix for a diagnostic that is only reported at the end of a compilation.</summary>
    SkipLocalDiagnosticCheck = 16,
}
