using Fearless;

namespace Sharing;

public sealed class Crawler
{
    public bool IsRunning { get; private set; }

    public void Crawl(string[] urls)
    {
        IsRunning = true;
        Threads.Scope(scope =>
        {
            foreach (var url in urls)
                scope.Spawn(() => Console.WriteLine(url));
        });
        IsRunning = false;
    }
}
