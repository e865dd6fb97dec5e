using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnreleasedGuardRule;

/// <summary>How far the lock reaches: as far as it must, and never over an await or itself.</summary>
public static partial class CodeFix
{
    [Fact]
    public static Task A_value_is_read_under_the_lock_and_a_reference_used_under_it() => GuardTest.Fix("""
            public void Value()
            {
                var x = {|FEAR3002:_m.Lock()|}.Value;
                Console.WriteLine(x);
            }

            public void Reference()
            {
                var all = {|FEAR3002:_samples.Lock()|}.Value;
                all.Add(1);
            }

            public async Task Awaits()
            {
                await Task.Delay({|FEAR3002:_m.Lock()|}.Value);
            }

            public IEnumerable<int> Yields()
            {
                yield return {|FEAR3002:_samples.Lock()|}.Value.Count;
            }
        """, """
            public void Value()
            {
                int x;
                using (var m = _m.Lock())
                {
                    x = m.Value;
                }

                Console.WriteLine(x);
            }

            public void Reference()
            {
                using var samples = _samples.Lock();
                var all = samples.Value;
                all.Add(1);
            }

            public async Task Awaits()
            {
                int value;
                using (var m = _m.Lock())
                {
                    value = m.Value;
                }

                await Task.Delay(value);
            }

            public IEnumerable<int> Yields()
            {
                int count;
                using (var samples = _samples.Lock())
                {
                    count = samples.Value.Count;
                }

                yield return count;
            }
        """);

    [Fact]
    public static Task Conditions() => GuardTest.Fix("""
            public string Display()
            {
                switch ({|FEAR3002:_m.Lock()|}.Value)
                {
                    case 0:
                        return "idle";
                    default:
                        return "busy";
                }
            }

            public void Test()
            {
                if ({|FEAR3002:_m.Lock()|}.Value > 0)
                    Work();
                Work();
            }

            public void Retakes()
            {
                if ({|FEAR3002:_m.Lock()|}.Value > 0)
                {
                    using var m = _m.Lock();
                    Work();
                }
            }

            public bool IsBusy() => !{|FEAR3002:_m.TryLock(out _)|};

            public void Tried()
            {
                if (!{|FEAR3002:_m.TryLock()|}.IsHeld)
                    return;
                Work();
            }
        """, """
            public string Display()
            {
                using var m = _m.Lock();
                switch (m.Value)
                {
                    case 0:
                        return "idle";
                    default:
                        return "busy";
                }
            }

            public void Test()
            {
                using (var m = _m.Lock())
                {
                    if (m.Value > 0)
                        Work();
                }

                Work();
            }

            public void Retakes()
            {
                int value;
                using (var mGuard = _m.Lock())
                {
                    value = mGuard.Value;
                }

                if (value > 0)
                {
                    using var m = _m.Lock();
                    Work();
                }
            }

            public bool IsBusy()
            {
                using var m = _m.TryLock();
                return !m.IsHeld;
            }

            public void Tried()
            {
                using var m = _m.TryLock();
                if (!m.IsHeld)
                    return;
                Work();
            }
        """);

    [Fact]
    public static Task Several_in_one_statement_and_one_in_another() => GuardTest.Fix("""
            public int Sum()
            {
                return {|FEAR3002:_m.Lock()|}.Value + {|FEAR3002:_n.Lock()|}.Value;
            }

            public void Nested()
            {
                if ({|FEAR3002:_m.Lock()|}.Value > 0)
                {
                    {|FEAR3002:_n.Lock()|}.Value++;
                }

                Work();
            }
        """, """
            public int Sum()
            {
                using var m = _m.Lock();
                using var n = _n.Lock();
                return m.Value + n.Value;
            }

            public void Nested()
            {
                using (var m = _m.Lock())
                {
                    if (m.Value > 0)
                    {
                        using (var n = _n.Lock())
                        {
                            n.Value++;
                        }
                    }
                }

                Work();
            }
        """);

    [Theory]
    [InlineData("void M() { while ({|FEAR3002:_m.Lock()|}.Value > 0) Work(); }")]
    [InlineData("void M() { if (C() && {|FEAR3002:_m.Lock()|}.Value > 0) Work(); }")]
    [InlineData("async Task M() { {|FEAR3002:_m.Lock()|}; await Task.Yield(); }")]
    [InlineData("void M() { {|FEAR3002:_m.Lock()|}; using var g = _m.Lock(); }")]
    [InlineData("void M() { _ = {|FEAR3002:_am.LockAsync()|}; }")]
    [InlineData("void M(int i) { switch (i) { case 0: {|FEAR3002:_m.Lock()|}; break; } }")]
    public static Task None(string member) => GuardTest.NoFix("    " + member);
}
