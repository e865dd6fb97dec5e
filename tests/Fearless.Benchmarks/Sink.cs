using System.Runtime.CompilerServices;

namespace Fearless.Benchmarks;

/// <summary>Where results go, so that the compiler cannot drop what made them.</summary>
internal static class Sink
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Keep<T>(T value) => _ = value;
}
