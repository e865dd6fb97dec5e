namespace Sharing;

public sealed class Heartbeat
{
    private readonly Thread _thread;
    private readonly string _target;

    public Heartbeat(string target)
    {
        _target = target;
        _thread = new Thread(Watch);
        _thread.Start();
    }

    public void Wait() => _thread.Join();

    private void Watch() => Console.WriteLine($"{_target} is alive");
}
