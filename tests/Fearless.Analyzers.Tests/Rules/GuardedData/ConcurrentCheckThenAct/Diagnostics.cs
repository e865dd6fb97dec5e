using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.ConcurrentCheckThenActRule;

/// <summary>Two steps.</summary>
public static class Diagnostics
{
    [Fact]
    public static Task Two_values_for_one_key() => TypeTest<ConcurrentCheckThenAct>.Verify("""
        private readonly ConcurrentDictionary<string, object> _map = new();
        public event Action<object>? Started;
        public object Get(string key)
        {
            if (!_map.TryGetValue(key, out var session))
            {
                session = new object();
                [|_map[key] = session|];
                Started?.Invoke(session);
            }
            return session;
        }
        """);

    [Fact]
    public static Task The_loser_is_filled() => TypeTest<ConcurrentCheckThenAct>.Verify("""
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
        """);

    [Fact]
    public static Task A_counter() => TypeTest<ConcurrentCheckThenAct>.Verify("""
        private readonly ConcurrentDictionary<string, int> _map = new();
        public void Count(string key)
        {
            if (_map.TryGetValue(key, out var n))
                [|_map[key] = n + 1|];
        }
        public void Step(string key) => [|_map[key]++|];
        public void Twice(string key) { [|_map[key] = _map[key] * 2|]; }
        """);

    [Fact]
    public static Task A_key_that_may_be_removed() => TypeTest<ConcurrentCheckThenAct>.Verify("""
        private readonly ConcurrentDictionary<string, int> _map = new();
        public void Remove(string key) => _map.TryRemove(key, out _);
        public int Get(string key)
        {
            if (_map.ContainsKey(key))
                return [|_map[key]|];
            return 0;
        }
        """);

    [Fact]
    public static Task The_last_item() => TypeTest<ConcurrentCheckThenAct>.Verify("""
        private readonly ConcurrentQueue<string> _queue = new();
        public void Next()
        {
            if (_queue.Count > 0)
            {
                [|_queue.TryDequeue(out var item)|];
                Console.WriteLine(item!.Length);
            }
        }
        """);

    [Fact]
    public static Task A_reset_that_swallows_a_signal() => TypeTest<ConcurrentCheckThenAct>.Verify("""
        private readonly ConcurrentQueue<string> _queue = new();
        private readonly ManualResetEventSlim _ready = new();
        public void Add(string item)
        {
            _queue.Enqueue(item);
            _ready.Set();
        }
        public string? Take()
        {
            _queue.TryDequeue(out var item);
            if ([|_queue.IsEmpty|])
                _ready.Reset();
            return item;
        }
        """);

    [Fact]
    public static Task Both_are_told_that_they_were_first() => TypeTest<ConcurrentCheckThenAct>.Verify("""
        private readonly ConcurrentDictionary<string, string> _map = new();
        public bool Register(string key, string value)
        {
            if (_map.ContainsKey(key))
                return false;
            [|_map[key] = value|];
            return true;
        }
        public void Add(string key, string value)
        {
            if (_map.ContainsKey(key))
                throw new ArgumentException(key);
            [|_map[key] = value|];
        }
        """);

    [Fact]
    public static Task Both_complete_it() => TypeTest<ConcurrentCheckThenAct>.Verify("""
        private readonly ConcurrentDictionary<int, TaskCompletionSource> _pending = new();
        public void Complete(int id)
        {
            if (_pending.TryGetValue(id, out var source))
            {
                [|_pending.TryRemove(id, out _)|];
                source.SetResult();
            }
        }
        """);

    [Fact]
    public static Task Two_locks_for_one_key() => TypeTest<ConcurrentCheckThenAct>.Verify("""
        public sealed class Locks
        {
            private readonly ConcurrentDictionary<string, object> _locks = new();
            public object For(string key)
            {
                if (!_locks.TryGetValue(key, out var gate))
                {
                    gate = new object();
                    {|FEAR4009:_locks[key] = gate|};
                }

                return gate;
            }
        }
        """);
}
