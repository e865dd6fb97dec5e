using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.ThreadValueAcrossAwaitRule;

/// <summary>What one thread was given is looked for by another.</summary>
public static class Diagnostics
{
    [Fact]
    public static Task The_value_of_a_ThreadLocal() => TypeTest<ThreadValueAcrossAwait>.Verify("""
        private static readonly ThreadLocal<string?> s_user = new();
        public async Task Run(string user)
        {
            s_user.Value = user;
            await Task.Delay(1).ConfigureAwait(false);
            Console.WriteLine([|s_user.Value|]);
        }
        """);

    [Fact]
    public static Task A_value_that_is_put_back() => TypeTest<ThreadValueAcrossAwait>.Verify("""
        [ThreadStatic] private static string? t_operation;
        public static async Task Run(string operation, Func<Task> work)
        {
            var old = t_operation;
            t_operation = operation;
            try
            {
                await work();
            }
            finally
            {
                [|t_operation|] = old;
            }
        }
        """);

    [Fact]
    public static Task An_object_that_its_thread_may_be_using() => TypeTest<ThreadValueAcrossAwait>.Verify("""
        [ThreadStatic] private static List<int>? t_buffer;
        public static async Task<int> Run(Func<Task<int>> next)
        {
            var buffer = t_buffer ??= new List<int>();
            buffer.Clear();
            var first = await next();
            [|buffer|].Add(first);
            return buffer.Count;
        }
        """);

    [Fact]
    public static Task In_a_lambda() => TypeTest<ThreadValueAcrossAwait>.Verify("""
        private readonly ThreadLocal<int> _depth = new();
        public Func<Task> Make() => async () =>
        {
            _depth.Value = 1;
            await Task.Yield();
            Console.WriteLine([|_depth.Value|]);
        };
        """);

    [Fact]
    public static Task A_scope_that_puts_something_back() => TypeTest<ThreadValueAcrossAwait>.Verify("""
        private sealed class Depth : IDisposable
        {
            [ThreadStatic] private static int t_depth;
            private readonly int _old;
            public Depth() { _old = t_depth; t_depth = _old + 1; }
            public void Dispose() => t_depth = _old;
        }
        public static async Task Run(Func<Task> next)
        {
            using (var depth = [|new Depth()|])
            {
                await next();
            }
        }
        public static async Task Declared(Func<Task> next)
        {
            using var depth = [|new Depth()|];
            await next();
        }
        """);

    [Fact]
    public static Task The_context_itself() => TypeTest<ThreadValueAcrossAwait>.Verify("""
        public static async Task Run(Func<Task> next)
        {
            var old = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(null);
            try
            {
                await next();
            }
            finally
            {
                [|SynchronizationContext.SetSynchronizationContext(old)|];
            }
        }
        """);
}
