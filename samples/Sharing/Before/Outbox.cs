namespace Sharing;

public sealed class Outbox
{
    public void Start()
    {
        _ = new Thread(Pump) { IsBackground = true };
    }

    private void Pump() => Console.WriteLine("pumping");
}
