using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnreleasedGuardRule;

/// <summary>A guard that was thrown away gets a name and an end.</summary>
public static partial class CodeFix
{
    [Fact]
    public static Task A_discarded_guard_covers_the_rest_of_the_block() => GuardTest.Fix("""
            /// <summary>Once this returns, no further sample gets in.</summary>
            public void Seal()
            {
                // Nobody may add meanwhile.
                {|FEAR3002:_samples.Lock()|}; // for good
                Work();
            }

            public void Enter()
            {
                _ = {|FEAR3002:_gate.EnterScope()|};
                Work();
            }

            public void Enter(Fearless.Mutex<int> m)
            {
                {|FEAR3002:m.Lock()|};
                {
                    var guard = 1;
                    Console.WriteLine(guard);
                }
            }

            public async Task LockAsync()
            {
                await {|FEAR3002:_am.LockAsync()|}.ConfigureAwait(false);
                await Task.Yield();
            }

            public async Task ForgottenAsync()
            {
                _ = {|FEAR3002:_am.LockAsync()|};
                await Task.Yield();
            }

            public void Arrow() => {|FEAR3002:_m.Lock()|};
        """, """
            /// <summary>Once this returns, no further sample gets in.</summary>
            public void Seal()
            {
                // Nobody may add meanwhile.
                using var samples = _samples.Lock(); // for good
                Work();
            }

            public void Enter()
            {
                using var scope = _gate.EnterScope();
                Work();
            }

            public void Enter(Fearless.Mutex<int> m)
            {
                using var guard1 = m.Lock();
                {
                    var guard = 1;
                    Console.WriteLine(guard);
                }
            }

            public async Task LockAsync()
            {
                using var am = await _am.LockAsync().ConfigureAwait(false);
                await Task.Yield();
            }

            public async Task ForgottenAsync()
            {
                using var am = await _am.LockAsync();
                await Task.Yield();
            }

            public void Arrow()
            {
                using var m = _m.Lock();
            }
        """);

    [Fact]
    public static Task A_temporary_lives_as_long_as_its_statement() => GuardTest.Fix("""
            public void Increment(Fearless.Mutex<int> m)
            {
                // One more.
                {|FEAR3002:m.Lock()|}.Value++; // done
                Work();
            }

            public void Add(int x)
            {
                Work();

                {|FEAR3002:_samples.Lock()|}.Value.Add(x);
            }

            public int Get()
            {
                return {|FEAR3002:_m.Lock()|}.Value;
            }

            public int Count => {|FEAR3002:_samples.Lock()|}.Value.Count;

            public int Read() => {|FEAR3002:_rw.Read()|}.Value.Count;

            public void Arrow() => {|FEAR3002:_m.Lock()|}.Value = 1;

            public Action Lambda() => () => {|FEAR3002:_m.Lock()|}.Value++;

            public async Task<int> GetAsync() => (await {|FEAR3002:_am.LockAsync()|}).Value;

            public int First(bool empty)
            {
                if (empty)
                    return {|FEAR3002:_m.Lock()|}.Value;
                return 0;
            }
        """, """
            public void Increment(Fearless.Mutex<int> m)
            {
                // One more.
                using (var guard = m.Lock())
                {
                    guard.Value++; // done
                }

                Work();
            }

            public void Add(int x)
            {
                Work();

                using (var samples = _samples.Lock())
                {
                    samples.Value.Add(x);
                }
            }

            public int Get()
            {
                using var m = _m.Lock();
                return m.Value;
            }

            public int Count
            {
                get
                {
                    using var samples = _samples.Lock();
                    return samples.Value.Count;
                }
            }

            public int Read()
            {
                using var rw = _rw.Read();
                return rw.Value.Count;
            }

            public void Arrow()
            {
                using (var m = _m.Lock())
                {
                    m.Value = 1;
                }
            }

            public Action Lambda() => () =>
            {
                using (var m = _m.Lock())
                {
                    m.Value++;
                }
            };

            public async Task<int> GetAsync()
            {
                using var am = await _am.LockAsync();
                return am.Value;
            }

            public int First(bool empty)
            {
                if (empty)
                {
                    using var m = _m.Lock();
                    return m.Value;
                }
                return 0;
            }
        """);
}
