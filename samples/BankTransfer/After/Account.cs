namespace BankTransfer;

/// <summary>The lock is the account's own affair.</summary>
public sealed class Account(string owner, decimal opening)
{
    private readonly Lock _gate = new();
    private decimal _balance = opening;

    public string Owner { get; } = owner;

    public decimal Add(decimal amount)
    {
        lock (_gate)
        {
            _balance += amount;
            return _balance;
        }
    }
}
