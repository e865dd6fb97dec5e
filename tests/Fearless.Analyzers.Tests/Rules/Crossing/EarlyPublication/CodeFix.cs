using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.EarlyPublicationRule;

public static class CodeFix
{
    [Fact]
    public static Task The_change_goes_before_the_lock() => Rule.Fix("""
        private readonly object _gate = new();
        private Dictionary<string, int> _prices = new();

        public void M()
        {
            var next = new Dictionary<string, int>();
            lock (_gate)
            {
                [|_prices|] = next;
            }

            next["x"] = 1;
        }
        """, """
        private readonly object _gate = new();
        private Dictionary<string, int> _prices = new();

        public void M()
        {
            var next = new Dictionary<string, int>();
            next["x"] = 1;
            lock (_gate)
            {
                _prices = next;
            }
        }
        """);

    [Fact]
    public static Task A_local_takes_its_place_until_it_is_ready() => Rule.Fix("""
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
        """, """
        private static List<string>? s_names;

        public static List<string> M()
        {
            if (s_names == null)
            {
                var names = new List<string>();
                names.Add("a");
                s_names = names;
            }

            return s_names;
        }
        """);
}
