using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.EarlyPublicationRule;

public static class Diagnostics
{
    [Fact]
    public static Task A_change_after_the_lock() => Rule.Check("""
        private readonly object _gate = new();
        private Dictionary<string, int> _prices = new();

        public int Get(string key) { lock (_gate) return _prices[key]; }

        public void M()
        {
            var next = new Dictionary<string, int>();
            lock (_gate)
            {
                {|#0:_prices|} = next;
            }

            {|#1:next|}["x"] = 1;
        }
        """, Rule.Finding().WithLocation(0).WithLocation(1).WithArguments("_prices", "'next' at line 38"));

    [Fact]
    public static Task A_volatile_field_is_filled() => Rule.Check("""
        private volatile Page[] _pages = [];

        public void M(List<Page> pages)
        {
            [|_pages|] = new Page[pages.Count];
            for (var i = 0; i < pages.Count; i++)
                _pages[i] = pages[i];
        }
        """);

    [Fact]
    public static Task A_static_made_on_demand() => Rule.Check("""
        private static List<string>? s_names;

        public static List<string> M()
        {
            if (s_names == null)
            {
                [|s_names|] = new List<string>();
                s_names.Add("a");
            }

            return s_names;
        }
        """);
}
