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

    [Fact]
    public static Task What_belongs_to_it_goes_with_it() => Rule.Check("""
        public void Part(Sender<Page> printer) { var page = new Page(new List<string>()); var lines = page.Lines; printer.Send(page); [|lines|].Add("x"); }
        public void Stored(Sender<Page> printer, Page page) { var other = new Page(new List<string>()); other.Next = page; var next = other.Next; Keep(other); printer.Send(other); next.Number = 1; }
        public void Added(Sender<List<Page>> sender) { var page = new Page(new List<string>()); var all = new List<Page> { page }; sender.Send(all); [|page|].Number = 1; }
        public void Queued(Sender<Queue<Page>> sender) { var page = new Page(new List<string>()); var all = new Queue<Page>(); all.Enqueue(page); sender.Send(all); [|page|].Number = 1; }
        public void Keyed(Sender<Dictionary<int, Page>> sender) { var page = new Page(new List<string>()); var all = new Dictionary<int, Page>(); all[3] = page; sender.Send(all); [|page|].Number = 1; }
        public void Looked(Sender<Dictionary<int, Page>> sender) { var all = new Dictionary<int, Page>(); if (all.TryGetValue(1, out var page)) { sender.Send(all); [|page|].Number = 1; } }
        public void Listed(Sender<List<Page>> sender) { var pages = new List<Page>(); var copy = new List<Page>(pages); foreach (var page in copy) { sender.Send(pages); [|page|].Number = 1; return; } }
        public void Tuple(Sender<Page> sender) { var pair = (new Page(new List<string>()), 1); var (page, number) = pair; sender.Send(pair.Item1); Console.WriteLine([|pair.Item1|].Lines); }
        private static void Keep(Page page) { }
        """.Replace("next.Number", "[|next|].Number"));

    [Fact]
    public static Task Callees_connect() => Rule.Check("""
        private static Page Wrap(List<string> lines) => new(lines);
        private static Page Twice(List<string> lines) { var page = Wrap(lines); page.Number = 2; return page; }
        private static void Into(Page page, Page next) => page.Next = next;
        private static void Out(List<string> lines, out Page page) => page = new Page(lines);
        private static List<string> LinesOf(Page page) => page.Lines;

        public void A(Sender<Page> printer) { var lines = new List<string>(); var page = Twice(lines); printer.Send(page); [|lines|].Add("x"); }
        public void B(Sender<Page> printer) { var page = Wrap([]); var next = Wrap([]); Into(page, next); printer.Send(page); [|next|].Number = 1; }
        public void C(Sender<Page> printer) { var lines = new List<string>(); Out(lines, out var page); printer.Send(page); [|lines|].Clear(); }
        public void D(Sender<Page> printer) { var page = Wrap([]); var lines = LinesOf(page); printer.Send(page); [|lines|].Clear(); }
        """);

    [Fact]
    public static Task Functions_run_where_they_are_called() => Rule.Check("""
        public void Local(Sender<List<int>> sender)
        {
            var list = new List<int>();
            void Give() => sender.Send(list);
            Give();
            [|list|].Add(1);
        }

        public void Twice(Sender<List<int>> sender)
        {
            var list = new List<int>();
            Action give = () => sender.Send(list);
            give();
            [|give()|];
        }

        public void Each(Sender<List<int>> sender, List<int> numbers)
        {
            var list = new List<int>();
            numbers.ForEach(n => sender.Send([|list|]));
        }

        public void Spawned(Sender<List<int>> sender)
        {
            var list = new List<int>();
            var work = Threads.Spawn(() => sender.Send(list));
            [|list|].Add(1);
            work.Join();
        }

        public void Entered(Sender<List<int>> sender)
        {
            var list = new List<int>();
            void Print() => Console.WriteLine(list.Count);
            sender.Send(list);
            [|Print()|];
        }
        """);

    [Fact]
    public static Task A_tried_send_takes_it_where_it_succeeds() => Rule.Check("""
        public void A(Sender<Page> printer) { var page = new Page([]); if (printer.TrySend(page) == TrySendResult.Sent) [|page|].Number = 1; }
        public void B(Sender<Page> printer) { var page = new Page([]); var result = printer.TrySend(page); if (result is TrySendResult.Full) return; [|page|].Number = 1; }
        public void C(Sender<Page> printer) { var page = new Page([]); printer.TrySend(page); [|page|].Number = 1; }
        public void D(OnceLock<Page> once) { var page = new Page([]); if (!once.TrySet(page)) return; [|page|].Number = 1; }
        """);
}
