using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.StaleCheckRule;

/// <summary>One read decides, or nobody clears it meanwhile.</summary>
public static class Valid
{
    [Fact]
    public static Task A_local_copy() => TypeTest<StaleCheck>.Verify("""
        private volatile object? _x;
        public void Clear() => _x = null;
        public void Use()
        {
            var x = _x;
            if (x != null)
                Console.WriteLine(x.ToString());
            Console.WriteLine(_x?.ToString());
        }
        """);

    [Fact]
    public static Task Test_and_use_under_the_lock_that_clears() => TypeTest<StaleCheck>.Verify("""
        private readonly object _gate = new();
        private object? _x;
        public void Clear() { lock (_gate) _x = null; }
        public void Use()
        {
            lock (_gate)
            {
                if (_x != null)
                    Console.WriteLine(_x.ToString());
            }
        }
        """);

    [Fact]
    public static Task Nothing_is_concurrent() => TypeTest<StaleCheck>.Verify("""
        private object? _x;
        public void Clear() => _x = null;
        public void Use()
        {
            if (_x != null)
                Console.WriteLine(_x.ToString());
        }
        """);

    [Fact]
    public static Task Nobody_clears_it() => TypeTest<StaleCheck>.Verify("""
        private volatile object? _x;
        public void Set() => _x = new object();
        public void Use()
        {
            if (_x != null)
                Console.WriteLine(_x.ToString());
        }
        """);

    [Fact]
    public static Task Stored_in_between() => TypeTest<StaleCheck>.Verify("""
        private volatile object? _x;
        public void Clear() => _x = null;
        public void Use()
        {
            if (_x == null)
                _x = new object();
            Console.WriteLine(_x.ToString());
        }
        """);

    [Fact]
    public static Task Cleared_when_nobody_else_is_left() => TypeTest<StaleCheck>.Verify("""
        private object? _x = new();
        public void Use()
        {
            if (_x != null)
                Console.WriteLine(_x.ToString());
        }
        private void Dispose(bool disposing)
        {
            if (disposing && _x != null)
            {
                Console.WriteLine(_x.ToString());
                _x = null;
            }
        }
        public void Dispose() => Dispose(true);
        ~Test() => Dispose(false);
        """);
}
