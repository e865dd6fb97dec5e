using System.Collections.Generic;

namespace Fearless.Analyzers.Flow;

/// <summary>What the region domain found out about a body.</summary>
internal sealed class RegionFacts
{
    private readonly List<DepartedUse> _uses = [];
    private readonly List<ValueExit> _exits = [];

    public IReadOnlyList<DepartedUse> Uses => _uses;

    public IReadOnlyList<ValueExit> Exits => _exits;

    public void AddUse(DepartedUse use)
    {
        foreach (var known in _uses)
        {
            if (known.Use == use.Use)
                return;
        }

        _uses.Add(use);
    }

    public void AddExit(ValueExit exit)
    {
        foreach (var known in _exits)
        {
            if (known.Value.Syntax == exit.Value.Syntax && known.How == exit.How)
                return;
        }

        _exits.Add(exit);
    }
}
