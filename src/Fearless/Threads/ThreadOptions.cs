using System.Threading;

namespace Fearless;

/// <summary>What a thread is started with. The default is an unnamed thread with the platform's stack.</summary>
internal readonly record struct ThreadOptions(string? Name, int StackSize, ThreadPriority Priority)
{
    internal static ThreadOptions Default => new(null, 0, ThreadPriority.Normal);
}
