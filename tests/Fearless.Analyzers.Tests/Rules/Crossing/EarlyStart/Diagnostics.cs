using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.EarlyStartRule;

public static class Diagnostics
{
    [Fact]
    public static Task The_store_and_the_read_are_named() => Rule.Check("""
        private readonly Thread _thread;
        private readonly string _target;

        public Test(string target)
        {
            _thread = new Thread(Watch);
            {|#0:_thread.Start()|};
            {|#1:_target|} = target;
        }

        private void Watch() => Console.WriteLine({|#2:_target|});
        """, Rule.Finding().WithLocation(0).WithLocation(1).WithSpan(30, 30, 30, 35).WithLocation(2).WithArguments("_target", "32", "'_target' at line 35, called at line 30"));

    [Fact]
    public static Task A_lambda_reads_it() => Rule.Check("""
        private readonly int _size;

        public Test(int size)
        {
            [|Task.Run(() => Console.WriteLine(_size))|];
            _size = size;
        }
        """);
}
