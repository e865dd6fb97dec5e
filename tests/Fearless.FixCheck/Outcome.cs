using System.Collections.Generic;

namespace Fearless.FixCheck;

/// <summary>One action, carried out.</summary>
internal sealed record Outcome(string Subject, string What, IReadOnlyList<string> Problems, string Text)
{
    public bool IsBad => Problems.Count > 0;
}
