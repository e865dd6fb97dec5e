using System.Collections.Immutable;
using Fearless;

namespace Sharing;

public static class Shared
{
    private static string Announce<[Sync] T>(T value) => $"shared: {value}";

    public static string Run() => Announce(ImmutableList<int>.Empty);
}
