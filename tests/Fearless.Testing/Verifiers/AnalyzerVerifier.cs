using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The short way to write a test: <c>using VerifyCS = CSharpAnalyzerVerifier&lt;…&gt;</c>.</summary>
public class AnalyzerVerifier<TAnalyzer, TTest, TVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TTest : AnalyzerTest<TVerifier>, new()
    where TVerifier : IVerifier, new()
{
    /// <summary>Expects the analyzer's only diagnostic.</summary>
    public static DiagnosticResult Diagnostic() => Diagnostic(DefaultDescriptor.Find(Supported, VerifierDefaults.MarkupOptions));

    /// <summary>Expects <paramref name="diagnosticId"/>; if several descriptors share it, arguments fit the reported one's format.</summary>
    public static DiagnosticResult Diagnostic(string diagnosticId)
    {
        var descriptors = Supported.Where(d => d.Id == diagnosticId).ToArray();
        return descriptors.Length switch
        {
            0 => throw new System.ArgumentException($"{typeof(TAnalyzer).Name} does not support '{diagnosticId}'."),
            1 => Diagnostic(descriptors[0]),
            _ => new DiagnosticResult(diagnosticId, descriptors[0].DefaultSeverity),
        };
    }

    public static DiagnosticResult Diagnostic(DiagnosticDescriptor descriptor) => new(descriptor);

    public static Task VerifyAnalyzerAsync(string source, params DiagnosticResult[] expected)
    {
        var test = new TTest { TestCode = source };
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync(CancellationToken.None);
    }

    private static ImmutableArray<DiagnosticDescriptor> Supported => new TAnalyzer().SupportedDiagnostics;
}
