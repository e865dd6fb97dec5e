using System.Threading.Tasks;
using Fearless.CodeFixes;
using Xunit;

namespace Fearless.Analyzers.Tests.StaleCheckRule;

/// <summary>One read for test and use.</summary>
public static class CodeFix
{
    [Fact]
    public static Task A_new_local() => TypeTest<StaleCheck>.Fix<StaleCheckFix>("""
        private volatile List<int>? _items;
        public void Clear() => _items = null;
        public int Use()
        {
            // What is there now.
            if (_items != null)
            {
                Console.WriteLine([|_items|].Count);
                return _items.Count;
            }
            return 0;
        }
        """, """
        private volatile List<int>? _items;
        public void Clear() => _items = null;
        public int Use()
        {
            // What is there now.
            var items = _items;
            if (items != null)
            {
                Console.WriteLine(items.Count);
                return items.Count;
            }
            return 0;
        }
        """);

    [Fact]
    public static Task The_local_that_is_there() => TypeTest<StaleCheck>.Fix<StaleCheckFix>("""
        private volatile object? _x;
        public void Clear() => _x = null;
        public void Use()
        {
            var x = _x;
            if (x != null)
                Console.WriteLine([|_x|]!.ToString());
        }
        """, """
        private volatile object? _x;
        public void Clear() => _x = null;
        public void Use()
        {
            var x = _x;
            if (x != null)
                Console.WriteLine(x.ToString());
        }
        """);
}
