namespace Sharing;

public sealed class Outbox
{
    public void Start()
    {
        new Thread(Pump) { IsBackground = true }.Start();
    }

    private void Pump() => Console.WriteLine("pumping");
}
