using Fearless.Explorer.Scheduling;

namespace Fearless.Internal;

/// <summary>The production facade's twin: a pause means that somebody else must run first.</summary>
internal readonly struct Backoff
{
    public Backoff(int shortest) => _ = shortest;

    public static Backoff Steady => default;

    public bool TryPause(int limit) => limit < 0;

    public void Pause() => Execution.Controlling?.Yield();
}
