using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UncopiedEventRule;

/// <summary>The event is read once.</summary>
public static class Valid
{
    [Fact]
    public static Task Invoke() => TypeTest<UncopiedEvent>.Verify("""
        private readonly object _gate = new();
        public event EventHandler? Done;
        public void Raise()
        {
            lock (_gate) { }
            Done?.Invoke(this, EventArgs.Empty);
        }
        """);

    [Fact]
    public static Task A_local_copy() => TypeTest<UncopiedEvent>.Verify("""
        private readonly object _gate = new();
        public event EventHandler? Done;
        public void Raise()
        {
            lock (_gate) { }
            var done = Done;
            if (done != null)
                done(this, EventArgs.Empty);
        }
        """);

    [Fact]
    public static Task A_private_event_that_nobody_leaves() => TypeTest<UncopiedEvent>.Verify("""
        private readonly object _gate = new();
        private event EventHandler? Done;
        public Test() => Done += (_, _) => { };
        public void Raise()
        {
            lock (_gate) { }
            if (Done != null)
                Done(this, EventArgs.Empty);
        }
        """);

    [Fact]
    public static Task A_test_for_something_else() => TypeTest<UncopiedEvent>.Verify("""
        private readonly object _gate = new();
        public event EventHandler? Done;
        public bool HasListeners { get { lock (_gate) return Done != null; } }
        """);
}
