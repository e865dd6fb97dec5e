using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.ForgottenLock, Fearless.CodeFixes.TakeLockFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.ForgottenLockRule;

/// <summary>Reads without the lock that do no harm.</summary>
public static class HarmlessLooks
{
    [Fact]
    public static Task A_look_at_the_state_of_an_object() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly PoolState _state = new("a");
        public void Pause() { lock (_state) _state.Change(State.Paused); }
        public void Resume() { lock (_state) _state.Change(State.Ready); }
        public int Ask() { _state.ThrowIfPaused(); return 1; }

        private enum State { Ready, Paused }

        private sealed class PoolState(string name)
        {
            private readonly string _name = name;
            private State _current;
            public void Change(State next) => _current = next;
            public void ThrowIfPaused()
            {
                if (_current == State.Paused)
                    throw new InvalidOperationException(_name);
            }
        }
        """));

    [Fact]
    public static Task A_look_at_a_state() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private ThreadState _state;
        public void Start() { lock (_gate) _state = ThreadState.Running; }
        public void Stop() { lock (_gate) _state = ThreadState.Stopped; }
        public bool IsRunning => _state == ThreadState.Running;
        """));

    [Fact]
    public static Task A_hashtable_is_looked_up_beside_one_writer() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly System.Collections.Hashtable _scripts = new();
        public object? Get(string key)
        {
            var found = _scripts[key];
            if (found == null)
            {
                lock (_scripts)
                {
                    found = _scripts[key] ?? new object();
                    _scripts[key] = found;
                }
            }
            return found;
        }
        public void Remove(string key) { lock (_scripts) _scripts.Remove(key); }
        """));

    [Fact]
    public static Task A_list_that_was_taken_out_into_a_variable_of_the_method() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private List<int>? _pending;
        public void Add(int x) { lock (_gate) (_pending ??= new()).Add(x); }
        public void Add(int x, int y) { lock (_gate) { _pending ??= new(); _pending.Add(x); _pending.Add(y); } }
        public int Take()
        {
            List<int>? work;
            lock (_gate)
            {
                work = _pending;
                _pending = null;
            }

            if (work == null || work.Count == 0)
                return 0;
            return work[0];
        }
        """));
}
