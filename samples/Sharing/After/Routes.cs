using Fearless;

namespace Sharing;

[Sync]
public sealed class Routes
{
    [AssumeSync("loaded before the listener starts, only read afterwards")]
    private Dictionary<string, string> _table = new();

    public void Load(Dictionary<string, string> table) => _table = table;
}
