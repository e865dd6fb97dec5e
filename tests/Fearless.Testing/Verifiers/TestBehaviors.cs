using System;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The additional runs that a test leaves out; say why where you do.</summary>
[Flags]
public enum TestBehaviors
{
    None = 0,
    SkipGeneratedCodeCheck = 1,
    SkipSuppressionCheck = 2,

    /// <summary>Do not repeat the analysis with another order of documents and without concurrency.</summary>
    SkipRepeatabilityCheck = 4,

    /// <summary>Do not compare with the analysis of each document alone.</summary>
    SkipPerDocumentCheck = 8,

    /// <summary>Do not cancel the analysis in its callbacks.</summary>
    SkipCancellationCheck = 16,

    /// <summary>The plain run alone.</summary>
    SkipAll = SkipGeneratedCodeCheck | SkipSuppressionCheck | SkipRepeatabilityCheck | SkipPerDocumentCheck | SkipCancellationCheck,
}
