using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.NotSendCrossingRule;

public static class Valid
{
    [Fact]
    public static Task What_is_Send_crosses() => Rule.Check("""
        public void M(string text, [Spawned] Action job)
        {
            var list = new List<int>();
            Threads.Spawn(() => list.Add(text.Length));
            Threads.Spawn(job);
            Threads.Spawn(() => new Brush().Paint());
            Threads.Spawn(static () => { });
            Threads.Spawn(Console.WriteLine);
        }
        """);

    [Fact]
    public static Task Ordinary_code_has_promised_nothing() => Rule.Check("""
        public interface IShape { double Area(); }

        public void M(IShape shape, Action job)
        {
            Task.Run(() => shape.Area());
            Task.Run(job);
            new Thread(() => job()).Start();
        }
        """);

    [Fact]
    public static Task A_type_made_here_is_known() => Rule.Check("""
        public class Open { public int Size; }

        public void M()
        {
            var open = new Open();
            Threads.Spawn(() => open.Size = 1);
        }
        """);

    [Fact]
    public static Task A_marked_interface_may_cross() => Rule.Check("""
        [Send]
        public interface IShape { double Area(); }

        public JoinHandle<double> M([Moved] IShape shape) => Threads.Spawn(() => shape.Area());
        """);
}
