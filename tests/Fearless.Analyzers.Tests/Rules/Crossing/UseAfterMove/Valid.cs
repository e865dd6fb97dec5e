using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UseAfterMoveRule;

public static class Valid
{
    [Fact]
    public static Task A_new_value_in_the_same_variable() => Rule.Check("""
        public void M(Sender<Page> printer)
        {
            var page = new Page(new List<string>());
            printer.Send(page);
            page = new Page(new List<string>());
            page.Number = 2;
            printer.Send(page);
        }
        """);

    [Fact]
    public static Task Each_round_has_its_own() => Rule.Check("""
        public void M(Sender<Page> printer, List<Page> pages)
        {
            for (var i = 0; i < 3; i++)
            {
                var page = new Page(new List<string>());
                printer.Send(page);
            }

            foreach (var page in pages)
                printer.Send(page);
        }
        """);

    [Fact]
    public static Task What_is_shared_on_purpose_is_never_gone() => Rule.Check("""
        public void M(Sender<string> texts, Sender<int> numbers, string text)
        {
            texts.Send(text);
            numbers.Send(text.Length);
        }
        """);

    [Fact]
    public static Task What_never_changes_may_be_read() => Rule.Check("""
        public void M(Sender<Page> printer)
        {
            var page = new Page(new List<string>());
            printer.Send(page);
            Console.WriteLine(page.Title);
            if (page is null)
                return;
        }
        """);

    [Fact]
    public static Task A_handler_still_has_it() => Rule.Check("""
        public void M(Sender<Page> printer)
        {
            var page = new Page(new List<string>());
            try
            {
                printer.Send(page);
            }
            catch (DisconnectedException)
            {
                page.Number = 3;
            }
        }
        """);

    [Fact]
    public static Task The_other_branch_keeps_it() => Rule.Check("""
        public void M(Sender<Page> printer, bool urgent)
        {
            var page = new Page(new List<string>());
            if (urgent)
            {
                printer.Send(page);
                return;
            }

            page.Number = 1;
        }
        """);

    [Fact]
    public static Task A_collection_copies_what_it_is_made_from() => Rule.Check("""
        public void M(Sender<List<string>> sender)
        {
            var lines = new List<string>();
            var copy = new List<string>(lines);
            sender.Send(copy);
            lines.Add("x");
        }
        """);

    [Fact]
    public static Task A_larger_one_takes_its_place() => Rule.Check("""
        public void M(System.IO.Stream stream, int length)
        {
            var buffer = ArrayPool<byte>.Shared.Rent(10);
            try
            {
                if (buffer.Length < length)
                {
                    ArrayPool<byte>.Shared.Return(buffer);
                    buffer = ArrayPool<byte>.Shared.Rent(length);
                }

                stream.ReadExactly(buffer, 0, length);
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }
        """);

    [Fact]
    public static Task Where_it_was_not_taken_it_is_still_here() => Rule.Check("""
        public void A(Sender<Page> printer) { var page = new Page([]); if (printer.TrySend(page) != TrySendResult.Sent) page.Number = 1; }
        public void B(Sender<Page> printer) { var page = new Page([]); var result = printer.TrySend(page); if (result is TrySendResult.Full) page.Number = 1; }
        public void C(Sender<Page> printer) { var page = new Page([]); while (printer.TrySend(page) == TrySendResult.Full) page.Number++; }
        public void D(OnceLock<Page> once) { var page = new Page([]); if (!once.TrySet(page)) page.Number = 1; }
        public void E(Sender<Page> printer)
        {
            var page = new Page([]);
            switch (printer.TrySend(page))
            {
                case TrySendResult.Full:
                    page.Number = 1;
                    break;
            }
        }
        """);

    [Fact]
    public static Task Other_objects_stay() => Rule.Check("""
        private static Page Copy(List<string> lines) => new([.. lines]);
        private static List<string> Titles(Page page) { var all = new List<string>(); all.Add(page.Title); return all; }

        public void A(Sender<Page> printer) { var lines = new List<string>(); printer.Send(Copy(lines)); lines.Add("x"); }
        public void B(Sender<Page> printer) { var page = new Page([]); var titles = Titles(page); printer.Send(page); titles.Add("x"); }
        public void C(Sender<Page> printer) { var page = new Page([]); var lines = page.Lines; lines = new List<string>(); printer.Send(page); lines.Add("x"); }
        public void D(Sender<string[]> sender) { var list = new List<string>(); sender.Send(list.ToArray()); list.Add("x"); }
        public void E(Sender<Page> printer) { var all = new Queue<Page>(); while (all.TryDequeue(out var page)) { page.Number = 1; printer.Send(page); } all.Clear(); }
        public void F(Sender<Page> printer) { var (one, two) = (new Page([]), new Page([])); printer.Send(one); two.Number = 1; }
        public void G(Sender<Page> printer, bool any) { var page = any ? new Page([]) : null; if (page is { Number: 0 } found) printer.Send(found); }
        public void H(Sender<List<int>> sender) { void Give(int n) { var list = new List<int> { n }; sender.Send(list); } Give(1); Give(2); }
        public void I(Sender<Page> printer) { var pages = new Page[3]; for (var i = 0; i < 3; i++) { pages[i] = new Page([]); printer.Send(pages[i]); } }
        """);
}
