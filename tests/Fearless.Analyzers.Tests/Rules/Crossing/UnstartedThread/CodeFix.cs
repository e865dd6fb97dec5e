using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnstartedThreadRule;

public static class CodeFix
{
    [Fact]
    public static Task It_is_started() => Rule.Fix("""
        public void M()
        {
            // Beats.
            [|new Thread(() => { }) { IsBackground = true }|];
            _ = [|new Task(() => { })|];
        }
        """, """
        public void M()
        {
            // Beats.
            new Thread(() => { }) { IsBackground = true }.Start();
            new Task(() => { }).Start();
        }
        """);
}
