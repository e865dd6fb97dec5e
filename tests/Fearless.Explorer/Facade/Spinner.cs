using Fearless.Explorer.Scheduling;

namespace Fearless.Internal;

/// <summary>The production facade's twin: spinning is only another way of being overtaken, so explored threads go to sleep at once.</summary>
internal readonly struct Spinner
{
    public Spinner(int rounds) => _ = rounds;

    public static void Yield() => Execution.Controlling?.Yield();

    public bool Once() => false;
}
