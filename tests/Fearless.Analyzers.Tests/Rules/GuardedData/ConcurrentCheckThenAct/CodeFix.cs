using System.Threading.Tasks;
using Fearless.CodeFixes;
using Xunit;

namespace Fearless.Analyzers.Tests.ConcurrentCheckThenActRule;

/// <summary>One call for both.</summary>
public static class CodeFix
{
    [Fact]
    public static Task TryGetValue() => TypeTest<ConcurrentCheckThenAct>.Fix<ConcurrentCheckThenActFix>("""
        private readonly ConcurrentDictionary<string, int> _map = new();
        public void Remove(string key) => _map.TryRemove(key, out _);
        public int Get(string key)
        {
            if (_map.ContainsKey(key))
                return [|_map[key]|];
            return 0;
        }
        """, """
        private readonly ConcurrentDictionary<string, int> _map = new();
        public void Remove(string key) => _map.TryRemove(key, out _);
        public int Get(string key)
        {
            if (_map.TryGetValue(key, out var value))
                return value;
            return 0;
        }
        """);

    [Fact]
    public static Task GetOrAdd() => TypeTest<ConcurrentCheckThenAct>.Fix<ConcurrentCheckThenActFix>("""
        private readonly ConcurrentDictionary<int, Queue<int>> _map = new();
        public void Add(int key, int item)
        {
            if (!_map.TryGetValue(key, out var items))
            {
                items = new Queue<int>();
                [|_map.TryAdd(key, items)|];
            }
            items.Enqueue(item);
        }
        public event Action<Queue<int>>? Started;
        public void Start(int key)
        {
            if (!_map.TryGetValue(key, out var items))
            {
                items = new Queue<int>();
                [|_map[key] = items|];
                Started?.Invoke(items);
            }
        }
        """, """
        private readonly ConcurrentDictionary<int, Queue<int>> _map = new();
        public void Add(int key, int item)
        {
            if (!_map.TryGetValue(key, out var items))
            {
                items = new Queue<int>();
                items = _map.GetOrAdd(key, items);
            }
            items.Enqueue(item);
        }
        public event Action<Queue<int>>? Started;
        public void Start(int key)
        {
            if (!_map.TryGetValue(key, out var items))
            {
                items = new Queue<int>();
                items = _map.GetOrAdd(key, items);
                Started?.Invoke(items);
            }
        }
        """);

    [Fact]
    public static Task The_result_decides() => TypeTest<ConcurrentCheckThenAct>.Fix<ConcurrentCheckThenActFix>("""
        private readonly ConcurrentQueue<string> _queue = new();
        public void Next()
        {
            if (_queue.Count > 0)
            {
                [|_queue.TryDequeue(out var item)|];
                Console.WriteLine(item!.Length);
            }
        }
        """, """
        private readonly ConcurrentQueue<string> _queue = new();
        public void Next()
        {
            if (_queue.TryDequeue(out var item))
            {
                Console.WriteLine(item!.Length);
            }
        }
        """);
}
