using System.Threading.Tasks;
using Fearless.CodeFixes;
using Xunit;

namespace Fearless.Analyzers.Tests.ThreadValueAcrossAwaitRule;

/// <summary>The value follows the flow.</summary>
public static class CodeFix
{
    [Fact]
    public static Task A_ThreadLocal() => TypeTest<ThreadValueAcrossAwait>.Fix<ThreadValueAcrossAwaitFix>("""
        private static readonly ThreadLocal<string?> s_user = new();
        public async Task Run(string user)
        {
            s_user.Value = user;
            await Task.Delay(1).ConfigureAwait(false);
            Console.WriteLine([|s_user.Value|]);
        }
        """, """
        private static readonly AsyncLocal<string?> s_user = new();
        public async Task Run(string user)
        {
            s_user.Value = user;
            await Task.Delay(1).ConfigureAwait(false);
            Console.WriteLine(s_user.Value);
        }
        """);

    [Fact]
    public static Task A_thread_static_field() => TypeTest<ThreadValueAcrossAwait>.Fix<ThreadValueAcrossAwaitFix>("""
        [ThreadStatic] private static string? t_user;
        public async Task Run(string user)
        {
            t_user = user;
            await Task.Delay(1).ConfigureAwait(false);
            Console.WriteLine([|t_user|]);
        }
        """, """
        private static readonly AsyncLocal<string?> t_user = new();
        public async Task Run(string user)
        {
            t_user.Value = user;
            await Task.Delay(1).ConfigureAwait(false);
            Console.WriteLine(t_user.Value);
        }
        """);
}
