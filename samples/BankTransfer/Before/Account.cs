namespace BankTransfer;

/// <summary>An account that locks itself: anybody who has the account may hold its lock for as long as they like.</summary>
public sealed class Account(string owner, decimal opening)
{
    private decimal _balance = opening;

    public string Owner { get; } = owner;

    public decimal Add(decimal amount)
    {
        lock (this)
        {
            _balance += amount;
            return _balance;
        }
    }
}
