using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.FactoryWithEffectsRule;

/// <summary>A factory that does more than make a value.</summary>
public static class Diagnostics
{
    [Fact]
    public static Task A_number_is_given_out() => TypeTest<FactoryWithEffects>.Verify("""
        private readonly ConcurrentDictionary<string, int> _ids = new();
        private int _next;
        public int Id(string key) => _ids.GetOrAdd(key, _ => [|_next|]++);
        """);

    [Fact]
    public static Task A_plain_collection_is_changed() => TypeTest<FactoryWithEffects>.Verify("""
        private readonly ConcurrentDictionary<string, int> _ids = new();
        private readonly List<string> _names = new();
        public int Id(string key) => _ids.GetOrAdd(key, Make);
        private int Make(string key)
        {
            [|_names|].Add(key);
            return key.Length;
        }
        """);

    [Fact]
    public static Task Something_is_opened_or_started() => TypeTest<FactoryWithEffects>.Verify("""
        private readonly ConcurrentDictionary<string, System.IO.FileStream> _files = new();
        private readonly ConcurrentDictionary<string, Thread> _threads = new();
        public System.IO.FileStream File(string key) => _files.GetOrAdd(key, k => [|new System.IO.FileStream(k, System.IO.FileMode.Create)|]);
        public Thread For(string key) => _threads.GetOrAdd(key, static _ =>
        {
            var thread = new Thread(() => { });
            [|thread.Start()|];
            return thread;
        });
        """);
}
