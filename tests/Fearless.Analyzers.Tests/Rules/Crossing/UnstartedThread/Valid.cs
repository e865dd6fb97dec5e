using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnstartedThreadRule;

public static class Valid
{
    [Fact]
    public static Task It_is_started_or_kept() => Rule.Check("""
        private Thread? _kept;

        public Thread M()
        {
            new Thread(() => { }).Start();
            var thread = new Thread(() => { });
            _kept = new Thread(() => { });
            Console.WriteLine(new object());
            return thread;
        }
        """);
}
