using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>The runs that no expectation asks for: what was found must not depend on how the host happens to ask.</summary>
internal static class ExtraPasses
{
    public static async Task RunAsync(ImmutableArray<ProjectAnalysis> analyses, TestSettings settings, CancellationToken cancellationToken)
    {
        if (settings.Descriptors.IsEmpty)
        {
            return;
        }

        foreach (var analysis in analyses)
        {
            if (settings.Does(TestBehaviors.SkipRepeatabilityCheck))
            {
                await RepeatabilityPass.RunAsync(analysis, settings, cancellationToken);
            }

            await PerDocumentPass.RunAsync(analysis, settings, cancellationToken);

            // Where nothing is reported, nothing is to be hidden.
            if (analysis.HasDiagnosticsInSource && settings.Does(TestBehaviors.SkipGeneratedCodeCheck))
            {
                await GeneratedCodePass.RunAsync(analysis, settings, cancellationToken);
            }

            if (analysis.HasDiagnosticsInSource && settings.Does(TestBehaviors.SkipSuppressionCheck))
            {
                await SuppressionPass.RunAsync(analysis, settings, cancellationToken);
            }
        }
    }
}
