using Fearless;

namespace BankTransfer;

/// <summary>What happened, in order. Nothing that happened for nothing is written down, and then the lock is kept for good.</summary>
public sealed class Journal
{
    private readonly Mutex<List<string>> _lines = new([]);

    public void Write(string line, decimal amount)
    {
        var lines = _lines.Lock();
        if (amount == 0)
            return;

        lines.Value.Add($"{line}: {amount}");
        lines.Dispose();
    }

    public int Count()
    {
        using var lines = _lines.Lock();
        return lines.Value.Count;
    }
}
