using System.Threading;

namespace Fearless.Internal;

/// <summary>
/// A wait for another thread that is in the middle of a few instructions and needs nobody's help: it spins, then yields the processor.
/// For the explorer a pause means "somebody else must run first".
/// </summary>
internal struct Backoff
{
    private SpinWait _spin;

    /// <summary>One pause; never gives up, because the other thread cannot either.</summary>
    public void Pause() => _spin.SpinOnce(sleep1Threshold: -1);
}
