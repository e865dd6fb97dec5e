namespace Fearless.Benchmarks;

/// <summary>An operation that can be repeated; an interface and not a delegate, so that the loop is compiled with the operation inside.</summary>
internal interface IBenchmark
{
    /// <summary>Performs <paramref name="operations"/> operations in all and returns when they are done.</summary>
    void Run(int operations);
}
