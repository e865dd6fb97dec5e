namespace Consumer;

public sealed class Account
{
    private object _gate = new();
    private int _balance, _limit = 100;

    public void Add(int amount)
    {
        lock (this)
        {
            _balance += amount;
        }
    }

    public int Read()
    {
        lock (_gate)
        {
            return _limit;
        }
    }
}
