using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.DisposedWhileUsedRule;

public static class CodeFix
{
    [Fact]
    public static Task The_work_is_awaited() => Rule.Fix("""
        public async Task M()
        {
            using var file = new MemoryStream();
            _ = Task.Run(() => [|file|].WriteByte(1));
            await Task.Yield();
        }
        """, """
        public async Task M()
        {
            using var file = new MemoryStream();
            await Task.Run(() => file.WriteByte(1));
            await Task.Yield();
        }
        """);

    [Fact]
    public static Task A_method_that_cannot_await_is_left_alone()
    {
        const string Source = """
            public void M()
            {
                using var file = new MemoryStream();
                Task.Run(() => [|file|].WriteByte(1));
            }
            """;
        return Rule.Fix(Source, Source);
    }
}
