using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.ThreadValueAcrossAwaitRule;

/// <summary>What stays on its thread, or follows the flow.</summary>
public static class Valid
{
    [Fact]
    public static Task Set_again_or_used_before() => TypeTest<ThreadValueAcrossAwait>.Verify("""
        private static readonly ThreadLocal<string?> s_user = new();
        [ThreadStatic] private static int t_depth;
        private static readonly AsyncLocal<string?> s_flow = new();
        public async Task Run(string user)
        {
            s_user.Value = user;
            Console.WriteLine(s_user.Value);
            s_flow.Value = user;
            t_depth++;
            t_depth--;
            await Task.Delay(1);
            s_user.Value = user;
            Console.WriteLine(s_user.Value + s_flow.Value);
        }
        """);

    [Fact]
    public static Task On_the_same_context_or_at_once() => TypeTest<ThreadValueAcrossAwait>.Verify("""
        private static readonly ThreadLocal<string?> s_user = new();
        public async Task Run(string user)
        {
            s_user.Value = user;
            await Task.Delay(1).ConfigureAwait(true);
            Console.WriteLine(s_user.Value);
        }
        public async Task Other(string user, bool wait)
        {
            s_user.Value = user;
            if (wait)
            {
                await Task.Delay(1);
                return;
            }

            Console.WriteLine(s_user.Value);
        }
        """);

    [Fact]
    public static Task A_builder_that_is_taken_out_of_its_slot() => TypeTest<ThreadValueAcrossAwait>.Verify("""
        [ThreadStatic] private static System.Text.StringBuilder? t_builder;
        public async Task<string> Run(Func<Task<string>> next)
        {
            var builder = t_builder ?? new System.Text.StringBuilder();
            t_builder = null;
            builder.Append(await next());
            var text = builder.ToString();
            t_builder = builder.Clear();
            return text;
        }
        """);

    [Fact]
    public static Task Cleared_when_all_is_done() => TypeTest<ThreadValueAcrossAwait>.Verify("""
        [ThreadStatic] private static string? t_name;
        public async Task Run(Func<Task> next)
        {
            t_name = "x";
            Use();
            t_name = null;
            await next();
        }
        private static void Use() => Console.WriteLine(t_name);
        """);

    [Fact]
    public static Task A_scope_that_ends_before_the_await() => TypeTest<ThreadValueAcrossAwait>.Verify("""
        private sealed class Depth : IDisposable
        {
            [ThreadStatic] private static int t_depth;
            public Depth() => t_depth++;
            public void Dispose() => t_depth = 0;
        }
        public static async Task Run(Func<Task> next)
        {
            Task task;
            using (new Depth())
            {
                task = next();
            }

            await task;
        }
        public static async Task Other(System.IO.Stream stream, Func<Task> next)
        {
            using var own = stream;
            await next();
        }
        """);
}
