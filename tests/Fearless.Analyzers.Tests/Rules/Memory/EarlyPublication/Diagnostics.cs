using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.EarlyPublicationRule;

/// <summary>Stored first, ready later.</summary>
public static class Diagnostics
{
    [Fact]
    public static Task Made_on_first_use() => TypeTest<EarlyPublication>.Verify("""
        private static List<int>? s_items;
        public static List<int> Items
        {
            get
            {
                if (s_items == null)
                {
                    [|s_items|] = new List<int>();
                    s_items.Add(1);
                }
                return s_items;
            }
        }
        """);

    [Fact]
    public static Task Filled_through_a_local() => TypeTest<EarlyPublication>.Verify("""
        private static Dictionary<string, int>? s_map;
        public static int Find(string key)
        {
            if (s_map is null)
            {
                var map = new Dictionary<string, int>();
                [|s_map|] = map;
                map["a"] = 1;
            }
            return s_map[key];
        }
        """);

    [Fact]
    public static Task A_snapshot_whose_readers_take_no_lock() => TypeTest<EarlyPublication>.Verify("""
        private readonly object _gate = new();
        private volatile string[] _names = [];
        public string? First()
        {
            var names = _names;
            return names.Length > 0 ? names[0].ToUpperInvariant() : null;
        }
        public void Set(ICollection<string> names)
        {
            lock (_gate)
            {
                var i = 0;
                [|_names|] = new string[names.Count];
                foreach (var name in names)
                    _names[i++] = name;
            }
        }
        """);

    [Fact]
    public static Task A_member_that_fills_it() => TypeTest<EarlyPublication>.Verify("""
        private static Test? s_instance;
        private readonly Dictionary<string, int> _map = new();
        public static Test Instance
        {
            get
            {
                if (s_instance == null)
                {
                    [|s_instance|] = new Test();
                    s_instance.Load();
                }
                return s_instance;
            }
        }
        public int Find(string key) => _map[key];
        private void Load() => _map["a"] = 1;
        """);

    [Fact]
    public static Task A_flag_before_the_work() => TypeTest<EarlyPublication>.Verify("""
        private static bool s_ready;
        private static string[]? s_names;
        public static string First()
        {
            if (!s_ready)
            {
                [|s_ready|] = true;
                s_names = new[] { "a" };
            }
            return s_names![0];
        }
        """);

    [Fact]
    public static Task Only_the_first_makes_it() => TypeTest<EarlyPublication>.Verify("""
        private static int s_done;
        private static CancellationTokenSource? s_source;
        public static CancellationToken Token()
        {
            Ensure();
            return s_source!.Token;
        }
        private static void Ensure()
        {
            if (Interlocked.Exchange(ref [|s_done|], 1) != 0)
                return;
            s_source = new CancellationTokenSource();
        }
        """);

    [Fact]
    public static Task A_flag_that_is_set_first_under_the_lock() => TypeTest<EarlyPublication>.Verify("""
        private readonly object _gate = new();
        private volatile bool _ready;
        private string[]? _names;
        public string First()
        {
            if (!_ready)
            {
                lock (_gate)
                {
                    if (!_ready)
                    {
                        [|_ready|] = true;
                        _names = new[] { "a" };
                    }
                }
            }
            return _names![0];
        }
        """);

    [Fact]
    public static Task Set_up_after_it_was_stored() => TypeTest<EarlyPublication>.Verify("""
        public abstract class Source { public abstract void Open(); }
        public sealed class FileSource : Source { public override void Open() { } }
        private readonly object _gate = new();
        private Source? _source;
        public Source Get()
        {
            if (_source == null)
            {
                lock (_gate)
                {
                    if (_source == null)
                    {
                        [|_source|] = new FileSource();
                        _source.Open();
                    }
                }
            }
            return _source;
        }
        """);

    [Fact]
    public static Task A_member_of_it_is_filled() => TypeTest<EarlyPublication>.Verify("""
        public sealed class Book
        {
            private static Book? s_book;
            private readonly List<int> _pages = new();
            public static Book Instance
            {
                get
                {
                    if (s_book == null)
                    {
                        {|FEAR6004:s_book|} = new Book();
                        s_book._pages.Add(1);
                    }

                    return s_book;
                }
            }
        }
        """);

    [Fact]
    public static Task The_flag_comes_before_the_result() => TypeTest<EarlyPublication>.Verify("""
        public sealed class Job
        {
            private volatile bool _done;
            private string? _result;
            public void Run() => Task.Run(() =>
            {
                {|FEAR6004:_done|} = true;
                _result = Compute();
            });
            public string? TryGet() => _done ? _result : null;
            private static string Compute() => "x";
        }
        """);

    [Fact]
    public static Task This_is_found_before_it_is_complete() => TypeTest<EarlyPublication>.Verify("""
        public sealed class Item
        {
            private static readonly ConcurrentDictionary<string, Item> s_all = new();
            private readonly int _length;
            public Item(string name)
            {
                {|FEAR6004:s_all[name] = this;|}
                _length = name.Length;
            }
            public int Length => _length;
        }
        """);

    [Fact]
    public static Task A_copy_on_write_object_that_is_changed_in_place() => TypeTest<EarlyPublication>.Verify("""
        private List<string> _all = new();
        public void Add(string name)
        {
            while (true)
            {
                var old = Volatile.Read(ref _all);
                var next = new List<string>(old) { name };
                if (Interlocked.CompareExchange(ref _all, next, old) == old)
                    return;
            }
        }
        public void Clear()
        {
            var all = Volatile.Read(ref _all);
            [|all|].Clear();
        }
        public int Count => Volatile.Read(ref _all).Count;
        """);

    [Fact]
    public static Task A_shared_snapshot_whose_own_method_changes_it() => TypeTest<EarlyPublication>.Verify("""
        private Snapshot _current = new(new Dictionary<string, int>());
        public int Find(string key) => Volatile.Read(ref _current).Find(key);
        public void Put(string key)
        {
            var seen = Volatile.Read(ref _current);
            var next = seen.With(key);
            Interlocked.CompareExchange(ref _current, next, seen);
        }
        public void Forget(string key)
        {
            var seen = Volatile.Read(ref _current);
            var next = seen.Without(key);
            Interlocked.CompareExchange(ref _current, next, seen);
        }

        private sealed class Snapshot(Dictionary<string, int> entries)
        {
            private readonly Dictionary<string, int> _entries = entries;
            public int Find(string key) => _entries.TryGetValue(key, out var found) ? found : 0;
            public Snapshot With(string key) => new(new Dictionary<string, int>(_entries) { [key] = 1 });
            public Snapshot Without(string key)
            {
                [|_entries|].Remove(key);
                return new(new Dictionary<string, int>(_entries));
            }
        }
        """);
}
