namespace Fearless.Metamorphic.Frame;

/// <summary>FNV-1a: the same in each process, as <see cref="string.GetHashCode()"/> is not.</summary>
internal static class StableHash
{
    public static int Of(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
            hash = (hash ^ character) * 16777619u;
        return (int)(hash & int.MaxValue);
    }
}
