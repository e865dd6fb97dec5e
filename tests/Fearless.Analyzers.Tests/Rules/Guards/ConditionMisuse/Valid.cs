using System.Threading.Tasks;
using Xunit;
using Test = Fearless.Analyzers.Tests.Locks.LockTest<Fearless.Analyzers.ConditionMisuse, Fearless.CodeFixes.ConditionMisuseFix>;

namespace Fearless.Analyzers.Tests.ConditionMisuseRule;

public static class Valid
{
    [Fact]
    public static Task Tested_again() => Test.Silent("""
            public int Take() { lock (_a) { while (_list.Count == 0) Monitor.Wait(_a); return _list[0]; } }
            public void Put(int x) { lock (_a) { _list.Add(x); Monitor.Pulse(_a); } }
            public void Loop()
            {
                while (true)
                {
                    lock (_a)
                    {
                        if (_list.Count > 0) _list.Clear();
                        else Monitor.Wait(_a);
                    }
                }
            }
            private void Helper() => Monitor.Wait(_a);
            public void Explicit() { Monitor.Enter(_a); try { while (C()) Monitor.Wait(_a); } finally { Monitor.Exit(_a); } }
        """);

    [Fact]
    public static Task Announced_to_all_who_need_it() => Test.Silent("""
            private bool _closed;
            public int Take() { lock (_a) { while (_list.Count == 0 && !_closed) Monitor.Wait(_a); return _list.Count; } }
            public void Put(int x) { lock (_a) { _list.Add(x); Monitor.Pulse(_a); } }
            public void Close() { lock (_a) { _closed = true; Monitor.PulseAll(_a); } }
        """);

    [Fact]
    public static Task Only_one_ever_waits() => Test.Silent("""
            private bool _closed;
            private Thread? _worker;
            public void Start() => (_worker = new Thread(() => Take())).Start();
            public int Take() { lock (_a) { while (_list.Count == 0 && !_closed) Monitor.Wait(_a); return _list.Count; } }
            public void Close() { lock (_a) { _closed = true; Monitor.Pulse(_a); } }
        """);

    [Fact]
    public static Task A_loop_that_looks_again_after_the_wait() => Test.Silent("""
            public void Put(int x)
            {
                lock (_a)
                {
                    var count = _list.Count;
                    while (count >= 5)
                    {
                        Console.WriteLine("full");
                        Monitor.Wait(_a);
                        count = _list.Count;
                    }
                    _list.Add(x);
                    Monitor.PulseAll(_a);
                }
            }
        """);
}
