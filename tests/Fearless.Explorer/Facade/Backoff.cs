using Fearless.Explorer.Scheduling;

namespace Fearless.Internal;

/// <summary>The production facade's twin: a pause means that somebody else must run first.</summary>
internal struct Backoff
{
    private int _alone;

    public Backoff(int shortest) => _ = shortest;

    public static Backoff Steady => default;

    public readonly bool TryPause(int limit) => limit < 0;

    public void Pause()
    {
        if (Execution.Controlling is { } execution) execution.Yield();
        // A scenario's final check runs alone: whoever is waited for there is gone.
        else if (_alone++ > 1000) throw new System.InvalidOperationException("Livelock: waits for a thread that has ended.");
    }
}
