using Fearless;

namespace Sharing;

public static class Board
{
    public static JoinHandle ShowLater<[Send] T>([Moved] T value) =>
        Threads.Spawn(() => Console.WriteLine(value));
}
