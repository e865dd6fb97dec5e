using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.ChangedSharedValueRule;

/// <summary>The values look after themselves, or are locked.</summary>
public static class Valid
{
    [Fact]
    public static Task Values_that_are_safe() => TypeTest<ChangedSharedValue>.Verify("""
        private readonly ConcurrentDictionary<string, ConcurrentQueue<int>> _map = new();
        public void Add(string key, int item) => _map.GetOrAdd(key, _ => new()).Enqueue(item);
        """);

    [Fact]
    public static Task Locked() => TypeTest<ChangedSharedValue>.Verify("""
        private readonly ConcurrentDictionary<string, List<int>> _map = new();
        public void Add(string key, int item)
        {
            var items = _map.GetOrAdd(key, _ => new List<int>());
            lock (items)
                items.Add(item);
        }
        """);

    [Fact]
    public static Task Only_read() => TypeTest<ChangedSharedValue>.Verify("""
        private readonly ConcurrentDictionary<string, List<int>> _map = new();
        public int Count(string key) => _map.TryGetValue(key, out var items) ? items.Count : 0;
        """);

    [Fact]
    public static Task Filled_before_it_is_stored() => TypeTest<ChangedSharedValue>.Verify("""
        private readonly ConcurrentDictionary<string, List<int>> _map = new();
        public List<int> Get(string key)
        {
            if (!_map.TryGetValue(key, out var items))
            {
                items = new List<int>();
                items.Add(1);
                _map[key] = items;
            }
            return items;
        }
        """);

    [Fact]
    public static Task One_thread() => TypeTest<ChangedSharedValue>.Verify("""
        private readonly ConcurrentDictionary<string, List<int>> _map = new();
        public Test() => new Thread(Loop).Start();
        public int Keys => _map.Count;
        private void Loop() => _map.GetOrAdd("a", _ => new List<int>()).Add(1);
        """);
}
