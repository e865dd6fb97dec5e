using Fearless;

namespace Sharing;

public sealed class Crawler
{
    private ThreadScope? _workers;

    public bool IsRunning => _workers is not null;

    public void Crawl(string[] urls) => Threads.Scope(scope =>
    {
        _workers = scope;
        foreach (var url in urls)
            scope.Spawn(() => Console.WriteLine(url));
    });
}
