using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.EarlyStartRule;

public static class Valid
{
    [Fact]
    public static Task The_start_comes_last() => Rule.Check("""
        private readonly string _target;

        public Test(string target)
        {
            _target = target;
            new Thread(Watch).Start();
        }

        private void Watch() => Console.WriteLine(_target);
        """);

    [Fact]
    public static Task The_handle_of_the_work_itself() => Rule.Check("""
        private readonly Task _work;
        private readonly Timer _later;
        private string _name = "";

        public Test(string name)
        {
            _later = new Timer(_ => Console.WriteLine(_name), null, Timeout.Infinite, Timeout.Infinite);
            _name = name;
            _work = Task.Run(() => Console.WriteLine(_work));
        }
        """);

    [Fact]
    public static Task The_work_reads_something_else() => Rule.Check("""
        private readonly int _size;
        private readonly string _name = "";

        public Test(int size)
        {
            Task.Run(() => Console.WriteLine(_name));
            _size = size;
        }
        """);
}
