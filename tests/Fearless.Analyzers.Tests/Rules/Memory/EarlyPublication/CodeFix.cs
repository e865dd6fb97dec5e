using System.Threading.Tasks;
using Fearless.CodeFixes;
using Xunit;

namespace Fearless.Analyzers.Tests.EarlyPublicationRule;

/// <summary>The store moves behind the last change.</summary>
public static class CodeFix
{
    [Fact]
    public static Task A_local_is_filled() => TypeTest<EarlyPublication>.Fix<EarlyPublicationFix>("""
        private static List<int>? s_items;
        public static List<int> Items
        {
            get
            {
                if (s_items != null)
                    return s_items;
                [|s_items|] = new List<int>(); // all of them
                foreach (var item in new[] { 1, 2 })
                    s_items.Add(item);
                return s_items;
            }
        }
        """, """
        private static List<int>? s_items;
        public static List<int> Items
        {
            get
            {
                if (s_items != null)
                    return s_items;
                var items = new List<int>(); // all of them
                foreach (var item in new[] { 1, 2 })
                    items.Add(item);
                s_items = items;
                return items;
            }
        }
        """);

    [Fact]
    public static Task The_local_that_is_there() => TypeTest<EarlyPublication>.Fix<EarlyPublicationFix>("""
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
        """, """
        private static Dictionary<string, int>? s_map;
        public static int Find(string key)
        {
            if (s_map is null)
            {
                var map = new Dictionary<string, int>();
                map["a"] = 1;
                s_map = map;
            }
            return s_map[key];
        }
        """);

    [Fact]
    public static Task The_flag_is_set_last_and_this_goes_out_last() => TypeTest<EarlyPublication>.Fix<EarlyPublicationFix>("""
        public sealed class Item
        {
            private static readonly ConcurrentDictionary<string, Item> s_all = new();
            private readonly int _length;
            private volatile bool _done;
            private string? _result;
            public Item(string name)
            {
                {|FEAR6004:s_all[name] = this;|}
                _length = name.Length;
            }
            public int Length => _length;
            public void Run() => Task.Run(() =>
            {
                {|FEAR6004:_done|} = true;
                _result = "x";
            });
            public string? TryGet() => _done ? _result : null;
        }
        """, """
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
}
