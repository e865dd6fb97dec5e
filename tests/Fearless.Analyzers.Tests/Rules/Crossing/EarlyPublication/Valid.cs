using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.EarlyPublicationRule;

public static class Valid
{
    [Fact]
    public static Task Finished_first() => Rule.Check("""
        private readonly object _gate = new();
        private volatile Page[] _pages = [];
        private List<string> _names = new();

        public void M(List<Page> pages)
        {
            var next = new Page[pages.Count];
            for (var i = 0; i < pages.Count; i++)
                next[i] = pages[i];
            _pages = next;
        }

        public void N()
        {
            lock (_gate)
            {
                _names = new List<string>();
                _names.Add("x");
            }
        }
        """);

    [Fact]
    public static Task Nobody_else_is_in_sight() => Rule.Check("""
        private List<string>? _names;

        public List<string> M()
        {
            if (_names == null)
            {
                _names = new List<string>();
                _names.Add("a");
            }

            return _names;
        }

        public void N()
        {
            _names = new List<string>();
            _names.Add("b");
        }
        """);

    [Fact]
    public static Task Another_branch() => Rule.Check("""
        private readonly object _gate = new();
        private List<string> _names = new();

        public void M(bool store)
        {
            var next = new List<string>();
            if (store)
            {
                lock (_gate)
                    _names = next;
            }
            else
            {
                next.Add("x");
            }
        }
        """);
}
