using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.NotSendCrossingRule;

public static class CodeFix
{
    [Fact]
    public static Task The_parameter_says_that_it_is_run_elsewhere() => Rule.Fix("""
        public JoinHandle M(string title, Action job)
        {
            return Threads.Spawn([|job|]);
        }
        """, """
        public JoinHandle M(string title, [Spawned] Action job)
        {
            return Threads.Spawn(job);
        }
        """);

    [Fact]
    public static Task An_interface_says_that_it_may_cross() => Rule.Fix("""
        public interface IShape { double Area(); }

        public JoinHandle<double> M([Moved] IShape shape) => Threads.Spawn(() => [|shape|].Area());
        """, """
        [Send]
        public interface IShape { double Area(); }

        public JoinHandle<double> M([Moved] IShape shape) => Threads.Spawn(() => shape.Area());
        """);

    [Fact]
    public static Task One_field_goes_without_the_object() => Rule.Fix("""
        private readonly Rc<string> _plan = new("x");
        private readonly Atomic<int> _target = new(1);

        public string Plan => _plan.Value;

        public JoinHandle M()
        {
            return Threads.Spawn(() => Console.WriteLine([|_target|].Load()));
        }
        """, """
        private readonly Rc<string> _plan = new("x");
        private readonly Atomic<int> _target = new(1);

        public string Plan => _plan.Value;

        public JoinHandle M()
        {
            var target = _target;
            return Threads.Spawn(() => Console.WriteLine(target.Load()));
        }
        """);

    [Fact]
    public static Task What_must_stay_stays()
    {
        const string Source = """
            public void M()
            {
                var brush = new Brush();
                Threads.Spawn(() => [|brush|].Paint());
            }
            """;
        return Rule.Fix(Source, Source);
    }
}
