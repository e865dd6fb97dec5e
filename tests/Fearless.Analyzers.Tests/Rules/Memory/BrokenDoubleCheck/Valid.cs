using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.BrokenDoubleCheckRule;

/// <summary>Double-checked locking that .NET makes sound.</summary>
public static class Valid
{
    [Fact]
    public static Task A_reference_that_is_stored_last() => TypeTest<BrokenDoubleCheck>.Verify("""
        private readonly object _gate = new();
        private List<int>? _items;
        public List<int> Items
        {
            get
            {
                if (_items == null)
                {
                    lock (_gate)
                    {
                        if (_items == null)
                        {
                            var items = new List<int>();
                            items.Add(1);
                            _items = items;
                        }
                    }
                }
                return _items;
            }
        }
        """);

    [Fact]
    public static Task A_volatile_flag() => TypeTest<BrokenDoubleCheck>.Verify("""
        private readonly object _gate = new();
        private readonly Dictionary<string, int> _rates = new();
        private volatile bool _loaded;
        public int Rate(string key)
        {
            if (!_loaded)
            {
                lock (_gate)
                {
                    if (!_loaded)
                    {
                        _rates["a"] = 1;
                        _loaded = true;
                    }
                }
            }
            return _rates[key];
        }
        """);

    [Fact]
    public static Task A_number_that_is_its_own_flag() => TypeTest<BrokenDoubleCheck>.Verify("""
        private readonly object _gate = new();
        private int _port;
        public int Port
        {
            get
            {
                var port = _port;
                if (port == 0)
                {
                    lock (_gate)
                    {
                        if (_port == 0)
                            _port = 8000 + Environment.ProcessId % 1000;
                        port = _port;
                    }
                }
                return port;
            }
        }
        """);

    [Fact]
    public static Task What_it_announces_is_read_under_the_lock() => TypeTest<BrokenDoubleCheck>.Verify("""
        private readonly object _gate = new();
        private readonly Dictionary<string, int> _rates = new();
        private bool _loaded;
        public int Rate(string key)
        {
            if (!_loaded)
            {
                lock (_gate)
                {
                    if (!_loaded)
                    {
                        _rates["a"] = 1;
                        _loaded = true;
                    }
                }
            }
            lock (_gate)
                return _rates[key];
        }
        """);

    [Fact]
    public static Task Something_that_is_done_once_and_leaves_nothing() => TypeTest<BrokenDoubleCheck>.Verify("""
        private readonly object _gate = new();
        private bool _warned;
        public void Warn()
        {
            if (!_warned)
            {
                lock (_gate)
                {
                    if (!_warned)
                    {
                        _warned = true;
                        Console.WriteLine("careful");
                    }
                }
            }
        }
        """);

    [Fact]
    public static Task Lazy() => TypeTest<BrokenDoubleCheck>.Verify("""
        private readonly Lazy<List<int>> _items = new(() => [1]);
        private readonly object _gate = new();
        public List<int> Items => _items.Value;
        public void Lock() { lock (_gate) { } }
        """);
}
