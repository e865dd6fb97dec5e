using System.Threading;

namespace Fearless.Internal;

/// <summary>
/// A wait for another thread that is in the middle of a few instructions and needs nobody's help: it spins, then yields the processor.
/// For the explorer a pause means "somebody else must run first".
/// </summary>
internal struct Backoff
{
    private SpinWait _spin;

    /// <summary>
    /// One pause, while it is worth more than going to sleep: first spinning, for a partner on another processor, then giving the processor
    /// away, for one that waits for this one. False: it was the last. The explorer's threads go to sleep at once.
    /// </summary>
    public bool TryPause(int limit)
    {
        if (_spin.Count >= limit)
        {
            return false;
        }

        _spin.SpinOnce(sleep1Threshold: -1);
        return true;
    }

    /// <summary>One pause; never gives up, because the other thread cannot either.</summary>
    public void Pause() => _spin.SpinOnce(sleep1Threshold: -1);
}
