using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UncopiedEventRule;

/// <summary>Tested, then read again.</summary>
public static class Diagnostics
{
    [Fact]
    public static Task Raised_by_a_timer() => TypeTest<UncopiedEvent>.Verify("""
        private readonly Timer _timer;
        public event EventHandler? Done;
        public Test() => _timer = new Timer(_ => Raise(), null, 100, 100);
        public void Stop() => _timer.Dispose();
        private void Raise()
        {
            if (Done != null)
                [|Done|](this, EventArgs.Empty);
        }
        """);

    [Fact]
    public static Task An_early_return() => TypeTest<UncopiedEvent>.Verify("""
        private readonly object _gate = new();
        public event Action<int>? Done;
        public void Raise(int n)
        {
            lock (_gate) { }
            if (Done is null)
                return;
            [|Done|].Invoke(n);
        }
        """);
}
