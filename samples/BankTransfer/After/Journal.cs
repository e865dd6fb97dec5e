using Fearless;

namespace BankTransfer;

/// <summary>What happened, in order. The guard is released on every way out.</summary>
public sealed class Journal
{
    private readonly Mutex<List<string>> _lines = new([]);

    public void Write(string line, decimal amount)
    {
        using var lines = _lines.Lock();
        if (amount == 0)
            return;

        lines.Value.Add($"{line}: {amount}");
    }

    public int Count()
    {
        using var lines = _lines.Lock();
        return lines.Value.Count;
    }
}
