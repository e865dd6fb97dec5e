using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.ConcurrentCheckThenActRule;

/// <summary>One step, or a check that nothing relies on.</summary>
public static class Valid
{
    [Fact]
    public static Task One_step() => TypeTest<ConcurrentCheckThenAct>.Verify("""
        private readonly ConcurrentDictionary<string, List<int>> _map = new();
        public List<int> Get(string key) => _map.GetOrAdd(key, _ => new List<int>());
        public bool Add(string key) => _map.TryAdd(key, []);
        public int Find(string key) => _map.TryGetValue(key, out var found) ? found.Count : 0;
        """);

    [Fact]
    public static Task A_cache_of_what_can_be_made_again() => TypeTest<ConcurrentCheckThenAct>.Verify("""
        private readonly ConcurrentDictionary<string, string> _map = new();
        public string Get(string key)
        {
            if (!_map.TryGetValue(key, out var text))
            {
                text = key.ToUpperInvariant();
                _map[key] = text;
            }
            return text;
        }
        """);

    [Fact]
    public static Task Under_a_lock() => TypeTest<ConcurrentCheckThenAct>.Verify("""
        private readonly object _gate = new();
        private readonly ConcurrentDictionary<string, int> _map = new();
        public void Count(string key)
        {
            lock (_gate)
            {
                if (_map.TryGetValue(key, out var n))
                    _map[key] = n + 1;
                else
                    _map[key] = 1;
            }
        }
        """);

    [Fact]
    public static Task Another_key() => TypeTest<ConcurrentCheckThenAct>.Verify("""
        private readonly ConcurrentDictionary<string, int> _map = new();
        public void Rename(string from, string to)
        {
            if (_map.TryGetValue(from, out var n))
                _map[to] = n;
        }
        """);

    [Fact]
    public static Task The_result_is_tested() => TypeTest<ConcurrentCheckThenAct>.Verify("""
        private readonly ConcurrentQueue<string> _queue = new();
        public void Drain()
        {
            while (_queue.Count > 0)
            {
                if (_queue.TryDequeue(out var item))
                    Console.WriteLine(item);
            }
            while (_queue.Count > 100)
                _queue.TryDequeue(out _);
        }
        """);

    [Fact]
    public static Task Keys_that_nobody_removes() => TypeTest<ConcurrentCheckThenAct>.Verify("""
        private readonly ConcurrentDictionary<string, int> _map = new();
        public int Get(string key) => _map.ContainsKey(key) ? _map[key] : 0;
        """);
}
