using System;
using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>
/// What every test of a project shares. A module initializer of the test project fills it before the first test;
/// nobody writes here later, as tests run in parallel.
/// </summary>
public static class VerifierDefaults
{
    /// <summary>Global analyzer-config options, as MSBuild would hand them over: <c>build_property.X</c>. A test's own win.</summary>
    public static IDictionary<string, string> GlobalOptions { get; } =
        new ConcurrentDictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>References of every project of every test, beside the framework's.</summary>
    public static MetadataReferenceList AdditionalReferences { get; } = [];

    /// <summary>What all analyzers may say about themselves, that they failed: never meant by <c>[|text|]</c>, and no better than a crash.</summary>
    public static ISet<string> FailureIds { get; } = new HashSet<string>(StringComparer.Ordinal) { "AD0001" };

    public static MarkupOptions MarkupOptions { get; set; }

    public static TestBehaviors TestBehaviors { get; set; }

    /// <summary>How many further runs with a shuffled order of documents; more of them in a nightly run.</summary>
    public static int RepeatedRuns { get; set; } =
        int.TryParse(Environment.GetEnvironmentVariable("VERIFIER_REPEATED_RUNS"), out var runs) ? runs : 1;
}
