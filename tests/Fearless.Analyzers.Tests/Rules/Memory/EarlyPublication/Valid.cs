using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.EarlyPublicationRule;

/// <summary>Nobody can see it before it is ready.</summary>
public static class Valid
{
    [Fact]
    public static Task Filled_before_it_is_stored() => TypeTest<EarlyPublication>.Verify("""
        private static List<int>? s_items;
        public static List<int> Items
        {
            get
            {
                if (s_items == null)
                {
                    var items = new List<int>();
                    items.Add(1);
                    s_items = items;
                }
                return s_items;
            }
        }
        """);

    [Fact]
    public static Task All_under_one_lock() => TypeTest<EarlyPublication>.Verify("""
        private readonly object _gate = new();
        private List<int>? _items;
        public List<int> Items()
        {
            lock (_gate)
            {
                if (_items == null)
                {
                    _items = new List<int>();
                    _items.Add(1);
                }
                return _items.ToList();
            }
        }
        """);

    [Fact]
    public static Task A_type_that_nothing_marks_as_concurrent() => TypeTest<EarlyPublication>.Verify("""
        private List<int>? _items;
        public List<int> Items()
        {
            if (_items == null)
            {
                _items = new List<int>();
                _items.Add(1);
            }
            return _items;
        }
        """);

    [Fact]
    public static Task A_thread_is_set_up_where_it_is_stored() => TypeTest<EarlyPublication>.Verify("""
        private readonly object _gate = new();
        private Thread? _thread;
        public void Start()
        {
            lock (_gate)
            {
                _thread = new Thread(Run);
                _thread.IsBackground = true;
                _thread.Start();
            }
        }
        public void Stop() => _thread?.Join();
        private void Run() { }
        """);

    [Fact]
    public static Task Started_once() => TypeTest<EarlyPublication>.Verify("""
        private int _started;
        private Timer? _timer;
        public void Start()
        {
            if (Interlocked.Exchange(ref _started, 1) != 0)
                return;
            _timer = new Timer(_ => { }, null, 0, 1000);
        }
        public void Stop() => _timer?.Dispose();
        """);

    [Fact]
    public static Task A_state_that_losers_wait_for() => TypeTest<EarlyPublication>.Verify("""
        private int _status;
        private string? _value;
        public string Value()
        {
            if (Interlocked.CompareExchange(ref _status, 1, 0) == 0)
            {
                _value = "made";
                Volatile.Write(ref _status, 2);
            }
            else
            {
                SpinWait.SpinUntil(() => Volatile.Read(ref _status) == 2);
            }
            return _value!;
        }
        """);

    [Fact]
    public static Task Construction() => TypeTest<EarlyPublication>.Verify("""
        private static readonly List<int> s_items;
        static Test()
        {
            s_items = new List<int>();
            s_items.Add(1);
        }
        public static int Count => s_items.Count;
        """);

    [Fact]
    public static Task Whoever_finds_it_there_refuses() => TypeTest<EarlyPublication>.Verify("""
        private readonly object _gate = new();
        private Worker? _worker;
        public void Start()
        {
            if (_worker != null)
                throw new InvalidOperationException("started already");
            _worker = new Worker();
            _worker.Start();
        }
        public void Stop() { lock (_gate) Console.WriteLine("stop"); }
        private class Worker { public void Start() { } }
        """);

    [Fact]
    public static Task The_flag_and_this_come_last() => TypeTest<EarlyPublication>.Verify("""
        public sealed class Item
        {
            private static readonly ConcurrentDictionary<string, Item> s_all = new();
            private readonly int _length;
            private volatile bool _done;
            private string? _result;
            public Item(string name)
            {
                _length = name.Length;
                s_all[name] = this;
            }
            public int Length => _length;
            public void Run() => Task.Run(() =>
            {
                _result = "x";
                _done = true;
            });
            public string? TryGet() => _done ? _result : null;
        }
        """);

    [Fact]
    public static Task A_copy_on_write_object_that_is_always_copied() => TypeTest<EarlyPublication>.Verify("""
        private List<string> _all = new();
        public void Add(string name)
        {
            while (true)
            {
                var old = Volatile.Read(ref _all);
                var next = new List<string>(old);
                next.Add(name);
                if (Interlocked.CompareExchange(ref _all, next, old) == old)
                    return;
            }
        }
        public void Clear() => Volatile.Write(ref _all, new List<string>());
        public int Count => Volatile.Read(ref _all).Count;
        """);
}
