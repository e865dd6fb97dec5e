namespace Sharing;

public static class Export
{
    public static async Task RunAsync(string path)
    {
        using var file = new StreamWriter(path);
        _ = Task.Run(() => file.WriteLine("header"));
        await Task.Delay(10);
    }
}
