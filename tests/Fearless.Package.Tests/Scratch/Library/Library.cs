namespace Consumer;

public sealed class Library
{
    private int _count;

    public void Count()
    {
        lock (this)
        {
            _count++;
        }
    }
}
