using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Metamorphic.Frame;

/// <summary>Another spelling of the same program.</summary>
internal abstract class Transformation
{
    public abstract string Name { get; }

    /// <summary>What is asked of a place, so that the meaning stays.</summary>
    public abstract string Precondition { get; }

    /// <summary>Under which rules a finding of <paramref name="rule"/> may come back; others than itself only where the meaning moves.</summary>
    public virtual IEnumerable<string> Expected(string rule) => [rule];

    public abstract SiteRewriter RewriterFor(SemanticModel model, Sites sites);
}
