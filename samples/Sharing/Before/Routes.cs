using Fearless;

namespace Sharing;

[Sync]
public sealed class Routes
{
    [AssumeSync("")]
    private Dictionary<string, string> _table = new();

    public void Load(Dictionary<string, string> table) => _table = table;
}
