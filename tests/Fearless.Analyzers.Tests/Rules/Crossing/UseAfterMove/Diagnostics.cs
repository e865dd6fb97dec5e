using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UseAfterMoveRule;

public static class Diagnostics
{
    [Fact]
    public static Task The_move_is_named() => Rule.Check("""
        public void M(Sender<Page> printer)
        {
            var page = new Page(new List<string>());
            {|#1:printer.Send(page)|};
            {|#0:page|}.Number = 1;
        }
        """, Rule.Finding().WithLocation(0).WithLocation(1).WithArguments("page", "used here", "at line 28"));

    [Fact]
    public static Task Another_name_is_the_same_value() => Rule.Check("""
        public void M(Sender<Page> printer)
        {
            var page = new Page(new List<string>());
            var copy = page;
            printer.Send(page);
            Console.WriteLine([|copy|].Lines.Count);
        }
        """);

    [Fact]
    public static Task What_was_put_into_it_goes_with_it() => Rule.Check("""
        public void M(Sender<Page> printer)
        {
            var lines = new List<string>();
            var page = new Page(lines);
            printer.Send(page);
            [|lines|].Add("x");
        }
        """);

    [Fact]
    public static Task One_path_is_enough() => Rule.Check("""
        public void M(Sender<Page> printer, bool urgent)
        {
            var page = new Page(new List<string>());
            if (urgent)
                printer.Send(page);
            [|page|].Number = 1;
        }
        """);

    [Fact]
    public static Task A_loop_moves_it_again() => Rule.Check("""
        public void M(Sender<Page> printer)
        {
            var page = new Page(new List<string>());
            for (var i = 0; i < 3; i++)
                printer.Send([|page|]);
        }
        """);

    [Fact]
    public static Task A_lock_takes_it() => Rule.Check("""
        public Mutex<List<int>> M()
        {
            var list = new List<int>();
            var locked = new Mutex<List<int>>(list);
            [|list|].Add(1);
            return locked;
        }
        """);

    [Fact]
    public static Task A_closure_uses_it() => Rule.Check("""
        public Action M(Sender<List<int>> sender)
        {
            var list = new List<int>();
            sender.Send(list);
            return [|() => list.Add(1)|];
        }
        """);

    [Fact]
    public static Task A_pool_gives_it_to_somebody_else() => Rule.Check("""
        public void M()
        {
            var buffer = ArrayPool<byte>.Shared.Rent(10);
            ArrayPool<byte>.Shared.Return(buffer);
            Array.Clear([|buffer|], 0, 10);
        }
        """);

    [Fact]
    public static Task What_fails_before_a_larger_one_takes_its_place() => Rule.Check("""
        public void M(System.IO.Stream stream, int length)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(10);
            try
            {
                ArrayPool<byte>.Shared.Return(buffer);
                stream.Flush();
                buffer = ArrayPool<byte>.Shared.Rent(length);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return([|buffer|]);
            }
        }
        """);

    [Fact]
    public static Task What_fails_as_the_size_of_a_larger_one_is_read() => Rule.Check("""
        public void M(System.IO.BinaryReader reader)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(10);
            try
            {
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = ArrayPool<byte>.Shared.Rent(reader.ReadInt32());
            }
            finally
            {
                ArrayPool<byte>.Shared.Return([|buffer|]);
            }
        }
        """);
}
