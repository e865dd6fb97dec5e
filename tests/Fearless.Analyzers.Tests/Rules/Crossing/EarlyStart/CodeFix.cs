using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.EarlyStartRule;

public static class CodeFix
{
    [Fact]
    public static Task The_start_goes_to_the_end() => Rule.Fix("""
        private readonly Thread _thread;
        private readonly string _target;

        public Test(string target)
        {
            _thread = new Thread(Watch);
            [|_thread.Start()|];
            _target = target;
        }

        private void Watch() => Console.WriteLine(_target);
        """, """
        private readonly Thread _thread;
        private readonly string _target;

        public Test(string target)
        {
            _thread = new Thread(Watch);
            _target = target;
            _thread.Start();
        }

        private void Watch() => Console.WriteLine(_target);
        """);

    [Fact]
    public static Task What_is_further_down_may_depend_on_it()
    {
        const string Source = """
            private readonly string _target;

            public Test(string target)
            {
                [|Task.Run(() => Console.WriteLine(_target))|];
                Thread.Sleep(10);
                _target = target;
            }
            """;
        return Rule.Fix(Source, Source);
    }
}
