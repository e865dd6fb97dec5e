using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.BrokenDoubleCheckRule;

/// <summary>The first check does not order what it announces.</summary>
public static class Diagnostics
{
    [Fact]
    public static Task A_plain_flag() => TypeTest<BrokenDoubleCheck>.Verify("""
        private readonly object _gate = new();
        private readonly Dictionary<string, int> _rates = new();
        private bool _loaded;
        public int Rate(string key)
        {
            if ([|_loaded|])
                return _rates[key];
            lock (_gate)
            {
                if (!_loaded)
                {
                    _rates["a"] = 1;
                    _loaded = true;
                }
                return _rates[key];
            }
        }
        """);

    [Fact]
    public static Task The_lock_is_in_a_helper() => TypeTest<BrokenDoubleCheck>.Verify("""
        private readonly object _gate = new();
        private int[]? _table;
        private bool _loaded;
        public int Rate(int key)
        {
            if (![|_loaded|])
                Load();
            return _table![key];
        }
        private void Load()
        {
            lock (_gate)
            {
                if (_loaded)
                    return;
                _table = new int[10];
                _loaded = true;
            }
        }
        """);

    [Fact]
    public static Task Two_references() => TypeTest<BrokenDoubleCheck>.Verify("""
        private readonly object _gate = new();
        private object? _value;
        private string? _name;
        public string Get()
        {
            if ([|_value|] is null)
            {
                lock (_gate)
                {
                    if (_value is null)
                    {
                        _name = "name";
                        _value = new object();
                    }
                }
            }
            return _name + _value;
        }
        """);

    [Fact]
    public static Task A_value_that_tears() => TypeTest<BrokenDoubleCheck>.Verify("""
        private readonly object _gate = new();
        private decimal? _rate;
        public decimal Rate()
        {
            if ([|_rate|] == null)
            {
                lock (_gate)
                {
                    if (_rate == null)
                        _rate = 0.19m;
                }
            }
            return _rate.Value;
        }
        """);
}
