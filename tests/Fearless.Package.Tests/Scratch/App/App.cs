namespace Consumer;

/// <summary>Refers to a library that refers to the packages in the most careless way, and did not ask to be judged itself.</summary>
public sealed class App
{
    private readonly Library _library = new();

    public void Run()
    {
        lock (this)
        {
            _library.Count();
        }
    }
}
