using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.NotSendCrossingRule;

public static class Diagnostics
{
    [Fact]
    public static Task The_chain_is_in_the_message() => Rule.Check("""
        private sealed class Room { public readonly Rc<string> Plan = new("x"); }

        private static void M()
        {
            var room = new Room();
            {|#2:Threads.Spawn(() => Console.WriteLine({|#0:room|}))|};
        }
        """, Rule.Finding().WithLocation(0).WithSpan(25, 60, 25, 64).WithLocation(2).WithArguments("room", "Test.Room", "not Send", "is captured", "Room.Plan is of type Rc<string>, which is marked [NotSend] (the count is not atomic)"));

    [Fact]
    public static Task A_value_that_is_tied_to_its_thread_may_not_go_anywhere() => Rule.Check("""
        public void M()
        {
            var brush = new Brush();
            Task.Run(() => [|brush|].Paint());
            Threads.Spawn(() => [|brush|].Paint());
            new Thread([|brush.Paint|]).Start();
        }
        """);

    [Fact]
    public static Task What_a_parallel_loop_is_given_crosses() => Rule.Check("""
        public void M(List<Rc<string>> all) => Parallel.ForEach(all, [|one|] => Console.WriteLine(one.Value));
        """);

    [Fact]
    public static Task A_local_function_captures_too() => Rule.Check("""
        public void M()
        {
            var rc = new Rc<int>(1);
            Threads.Spawn(Work);
            void Work() => Console.WriteLine([|rc|].Value);
        }
        """);

    [Fact]
    public static Task A_delegate_in_a_variable_is_what_its_closure_is() => Rule.Check("""
        public void M()
        {
            var rc = new Rc<int>(1);
            Action work = () => Console.WriteLine([|rc|].Value);
            Threads.Spawn(work);
        }
        """);

    [Fact]
    public static Task An_unknown_delegate_is_not_known_to_be_Send() => Rule.Check("""
        public JoinHandle M(Action job) => Threads.Spawn([|job|]);
        """);

    [Fact]
    public static Task An_interface_says_nothing() => Rule.Check("""
        public interface IShape { double Area(); }

        public JoinHandle<double> M([Moved] IShape shape) => Threads.Spawn(() => [|shape|].Area());
        """);
}
