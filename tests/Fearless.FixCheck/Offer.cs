using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Fearless.FixCheck;

/// <summary>What the light bulb shows at a finding.</summary>
internal sealed record Offer(Document Document, Diagnostic Finding, CodeFixProvider Provider, CodeAction Action)
{
    public string Key => $"{Provider.GetType().Name}/{Action.EquivalenceKey}";
}
