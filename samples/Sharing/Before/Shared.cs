using Fearless;

namespace Sharing;

public static class Shared
{
    private static string Announce<[Sync] T>(T value) => $"shared: {value}";

    public static string Run() => Announce(new List<int>());
}
