using System;

namespace Fearless.Benchmarks;

/// <summary>A loop on the caller's thread.</summary>
internal sealed class Loop(Action<int> loop) : IBenchmark
{
    public void Run(int operations) => loop(operations);
}
