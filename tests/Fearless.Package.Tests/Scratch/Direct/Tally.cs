using Fearless;

namespace Consumer;

public sealed class Tally
{
    private readonly Mutex<List<string>> _lines = new([]);

    public void Write(string line, bool really)
    {
        var lines = _lines.Lock();
        if (!really)
            return;

        lines.Value.Add(line);
        lines.Dispose();
    }

    public static int CountAll(string[] lines, string[] more)
    {
        var count = 0;
        var worker = new Thread(() =>
        {
            foreach (var line in lines)
                count++;
        });
        worker.Start();

        count += more.Length;
        worker.Join();
        return count;
    }
}
