using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>Where a chain of reasons ends.</summary>
/// <param name="kind">The sort of reason.</param>
/// <param name="subject">The type, field or parameter that it is about.</param>
/// <param name="detail">What a marker or the catalog adds in words.</param>
/// <param name="site">An access that breaks the rule, if one is in sight.</param>
internal sealed class Cause(CauseKind kind, ISymbol subject, string? detail = null, Location? site = null)
{
    public CauseKind Kind { get; } = kind;

    public ISymbol Subject { get; } = subject;

    public string? Detail { get; } = detail;

    public Location? Site { get; } = site;

    /// <summary>What this cause alone makes of the answer: some say no, the others only that nobody knows.</summary>
    public Verdict Verdict => Kind >= CauseKind.Delegate ? Verdict.Unknown : Verdict.No;
}
