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
}
