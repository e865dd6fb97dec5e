using System.Threading.Tasks;
using Fearless.CodeFixes;
using Xunit;

namespace Fearless.Analyzers.Tests.BrokenDoubleCheckRule;

/// <summary>The field becomes volatile.</summary>
public static class CodeFix
{
    [Fact]
    public static Task A_flag() => TypeTest<BrokenDoubleCheck>.Fix<BrokenDoubleCheckFix>("""
        private readonly object _gate = new();
        private readonly Dictionary<string, int> _rates = new();
        // Set once.
        private bool _loaded;
        public int Rate(string key)
        {
            if (![|_loaded|])
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
        """, """
        private readonly object _gate = new();
        private readonly Dictionary<string, int> _rates = new();
        // Set once.
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
}
