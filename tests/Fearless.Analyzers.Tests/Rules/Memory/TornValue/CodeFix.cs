using System.Threading.Tasks;
using Fearless.CodeFixes;
using Xunit;

namespace Fearless.Analyzers.Tests.TornValueRule;

/// <summary>The reader takes the lock that the writer holds.</summary>
public static class CodeFix
{
    [Fact]
    public static Task The_lock_of_the_writer() => TypeTest<TornValue>.Fix<TakeLockFix>("""
        private readonly object _gate = new();
        private decimal _price;
        public void Set(decimal price) { lock (_gate) _price = price; }
        public decimal Get()
        {
            return [|_price|];
        }
        """, """
        private readonly object _gate = new();
        private decimal _price;
        public void Set(decimal price) { lock (_gate) _price = price; }
        public decimal Get()
        {
            lock (_gate)
            {
                return _price;
            }
        }
        """);
}
