using Fearless;

namespace Sharing;

public sealed class Client(string name)
{
    private readonly List<string> _notes = new();

    public string Name { get; } = name;

    public void Log(string what) => _notes.Add(what);
}

public sealed class Branch(Sender<Client> headOffice)
{
    public void Open(string name)
    {
        var client = new Client(name);
        client.Log("account opened");
        headOffice.Send(client);
    }
}
