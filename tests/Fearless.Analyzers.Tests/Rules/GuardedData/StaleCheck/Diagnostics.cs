using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.StaleCheckRule;

/// <summary>Between the test and the use, the field may be cleared.</summary>
public static class Diagnostics
{
    [Fact]
    public static Task A_volatile_field() => TypeTest<StaleCheck>.Verify("""
        private volatile object? _x;
        public void Clear() => _x = null;
        public void Use()
        {
            if (_x != null)
                Console.WriteLine([|_x|].ToString());
        }
        public int Leave()
        {
            if (_x is null)
                return 0;
            return _x.GetHashCode();
        }
        public bool And() => _x != null && _x.Equals(this) ? true : false;
        public string? Ternary() => _x is not null ? _x.ToString() : null;
        """);

    [Fact]
    public static Task The_copy_is_tested_and_the_field_used() => TypeTest<StaleCheck>.Verify("""
        private volatile object? _x;
        public void Clear() => _x = null;
        public void Use()
        {
            var x = _x;
            if (x != null)
                Console.WriteLine([|_x|]!.ToString());
        }
        """);

    [Fact]
    public static Task Cleared_under_a_lock() => TypeTest<StaleCheck>.Verify("""
        private readonly object _gate = new();
        private string? _last;
        public void Fail(string why) { lock (_gate) _last = why; }
        public void Reset() { lock (_gate) _last = null; }
        public string Why()
        {
            if (_last == null)
                return "open";
            return "open: " + [|_last|].Trim();
        }
        """);

    [Fact]
    public static Task A_timer_clears_it_too() => TypeTest<StaleCheck>.Verify("""
        private readonly Timer _timer;
        private object? _x = new();
        public Test() => _timer = new Timer(_ => Complete(), null, 100, Timeout.Infinite);
        public bool Complete()
        {
            if (_x != null)
            {
                Console.WriteLine([|_x|].ToString());
                _x = null;
                return true;
            }
            return false;
        }
        public void Stop() => _timer.Dispose();
        """);

    [Fact]
    public static Task Taken_by_exchange() => TypeTest<StaleCheck>.Verify("""
        private List<int>? _x;
        public List<int>? Take() => Interlocked.Exchange(ref _x, null);
        public int Count()
        {
            if (_x != null)
                return [|_x|].Count;
            return 0;
        }
        """);

    [Fact]
    public static Task An_array_that_others_replace() => TypeTest<StaleCheck>.Verify("""
        private volatile int[] _items = [];
        public void Set(int[] items) => _items = items;
        public int Sum()
        {
            var sum = 0;
            for (var i = 0; i < _items.Length; i++)
                sum += [|_items|][i];
            return sum;
        }
        """);
}
