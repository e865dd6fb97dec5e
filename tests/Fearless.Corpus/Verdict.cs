using System.Collections.Generic;
using System.Linq;
using System.Text;
using Fearless.Cases;

namespace Fearless.Corpus;

/// <summary>What the analyzers say about one case; its text is a line of the golden file.</summary>
/// <param name="Case">The case.</param>
/// <param name="Caught">Rules with a location on a marked line of the bug.</param>
/// <param name="Stray">Rules that report something else in the bug.</param>
/// <param name="Noise">Rules that report something in the repaired twin or the trap.</param>
internal sealed record Verdict(Case Case, IReadOnlyList<string> Caught, IReadOnlyList<string> Stray, IReadOnlyList<string> Noise)
{
    public bool IsCaught => Caught.Count > 0;

    public bool IsSilent => Noise.Count == 0;

    public override string ToString()
    {
        var line = new StringBuilder($"{Case.Key} {Case.Group}");
        if (!Case.IsTrap)
            line.Append(IsCaught ? " caught" : " missed");
        if (Case.Fixed is not null)
            line.Append(IsSilent ? " silent" : " noisy");
        Append(line, " by", Caught);
        Append(line, " stray", Stray);
        Append(line, " noise", Noise);
        return line.ToString();
    }

    private static void Append(StringBuilder line, string label, IReadOnlyList<string> rules)
    {
        if (rules.Count > 0)
            line.Append(label).Append(' ').AppendJoin(' ', rules.Distinct());
    }
}
