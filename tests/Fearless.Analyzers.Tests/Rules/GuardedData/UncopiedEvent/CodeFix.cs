using System.Threading.Tasks;
using Fearless.CodeFixes;
using Xunit;

namespace Fearless.Analyzers.Tests.UncopiedEventRule;

/// <summary>One read, at the call.</summary>
public static class CodeFix
{
    [Fact]
    public static Task The_test_goes() => TypeTest<UncopiedEvent>.Fix<UncopiedEventFix>("""
        private readonly object _gate = new();
        public event EventHandler? Done;
        public void Raise()
        {
            lock (_gate) { }

            // Tell them.
            if (Done != null)
            {
                [|Done|](this, EventArgs.Empty);
            }
        }
        public void Twice()
        {
            if (Done != null)
            {
                var args = EventArgs.Empty;
                [|Done|](this, args);
            }
        }
        """, """
        private readonly object _gate = new();
        public event EventHandler? Done;
        public void Raise()
        {
            lock (_gate) { }

            // Tell them.
            Done?.Invoke(this, EventArgs.Empty);
        }
        public void Twice()
        {
            if (Done != null)
            {
                var args = EventArgs.Empty;
                Done?.Invoke(this, args);
            }
        }
        """);
}
