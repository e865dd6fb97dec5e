using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnreleasedGuardRule;

/// <summary>A guard that has a name already gets an end.</summary>
public static partial class CodeFix
{
    [Fact]
    public static Task A_local_becomes_a_using_declaration() => GuardTest.Fix("""
            public void ToTheEnd()
            {
                // Alone.
                var g = {|FEAR3003:_m.Lock()|}; // from here
                g.Value++;
            }

            public void Unused()
            {
                var scope = {|FEAR3003:_gate.EnterScope()|};
                Work();
                Work();
            }

            public string? Page(Queue<string> mail)
            {
                var scope = {|FEAR3003:_gate.EnterScope()|};
                if (mail.Count == 0)
                    return null;
                var next = mail.Dequeue();
                scope.Dispose();
                return next;
            }

            public int Both()
            {
                MutexGuard<int> g = {|FEAR3003:_m.Lock()|};
                if (C())
                {
                    g.Dispose();
                    return 1;
                }

                g.Dispose();
                return 0;
            }

            public void Reference()
            {
                var g = {|FEAR3003:_samples.Lock()|};
                var all = g.Value;
                all.Add(1);
            }
        """, """
            public void ToTheEnd()
            {
                // Alone.
                using var g = _m.Lock(); // from here
                g.Value++;
            }

            public void Unused()
            {
                using var scope = _gate.EnterScope();
                Work();
                Work();
            }

            public string? Page(Queue<string> mail)
            {
                using var scope = _gate.EnterScope();
                if (mail.Count == 0)
                    return null;
                var next = mail.Dequeue();
                return next;
            }

            public int Both()
            {
                using MutexGuard<int> g = _m.Lock();
                if (C())
                {
                    return 1;
                }

                return 0;
            }

            public void Reference()
            {
                using var g = _samples.Lock();
                var all = g.Value;
                all.Add(1);
            }
        """);

    [Fact]
    public static Task A_local_becomes_a_using_statement_around_its_uses() => GuardTest.Fix("""
            public void LastUse()
            {
                var g = {|FEAR3003:_samples.Lock()|};
                g.Value.Add(1);
                Work();
            }

            public async Task ReleasedEarly()
            {
                var g = {|FEAR3003:_m.Lock()|};
                Work();
                g.Value++;
                g.Dispose();

                await Task.Yield();
            }

            public async Task Async()
            {
                var g = await {|FEAR3003:_am.LockAsync()|};
                g.Value++;
                await Task.Yield();
            }
        """, """
            public void LastUse()
            {
                using (var g = _samples.Lock())
                {
                    g.Value.Add(1);
                }

                Work();
            }

            public async Task ReleasedEarly()
            {
                using (var g = _m.Lock())
                {
                    Work();
                    g.Value++;
                }

                await Task.Yield();
            }

            public async Task Async()
            {
                using (var g = await _am.LockAsync())
                {
                    g.Value++;
                }

                await Task.Yield();
            }
        """);

    [Fact]
    public static Task What_an_out_argument_gives_is_used_in_a_using_statement() => GuardTest.Fix("""
            public void Clause()
            {
                if (!{|FEAR3003:_m.TryLock(out var g)|})
                    return;

                g.Value++;
            }

            public bool Part()
            {
                if (!{|FEAR3003:_m.TryLock(out var g)|})
                    return false;
                g.Value++;
                Work();
                return C();
            }

            public void Taken()
            {
                if ({|FEAR3003:_m.TryLock(out var g)|})
                {
                    g.Value++;
                    Work();
                }
            }
        """, """
            public void Clause()
            {
                if (!_m.TryLock(out var g))
                    return;

                using (g)
                {
                    g.Value++;
                }
            }

            public bool Part()
            {
                if (!_m.TryLock(out var g))
                    return false;
                using (g)
                {
                    g.Value++;
                }

                Work();
                return C();
            }

            public void Taken()
            {
                if (_m.TryLock(out var g))
                {
                    using (g)
                    {
                        g.Value++;
                        Work();
                    }
                }
            }
        """);

    [Theory]
    [InlineData("void M() { var g = {|FEAR3003:_m.Lock()|}; if (C()) g.Dispose(); }")]
    [InlineData("void M() { var g = {|FEAR3003:_m.Lock()|}; Work(); try { g.Dispose(); } finally { Work(); } Work(); }")]
    [InlineData("async Task M() { var g = {|FEAR3003:_m.Lock()|}; await Task.Yield(); }")]
    [InlineData("MutexGuard<int> M() { var g = {|FEAR3003:_m.Lock()|}; if (C()) return g; return default; }")]
    [InlineData("void M() { MutexGuard<int> g; g = {|FEAR3003:_m.Lock()|}; g.Value++; }")]
    public static Task None_for_locals(string member) => GuardTest.NoFix("    " + member);
}
