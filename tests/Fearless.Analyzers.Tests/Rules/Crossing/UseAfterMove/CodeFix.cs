using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UseAfterMoveRule;

public static class CodeFix
{
    [Fact]
    public static Task The_use_goes_first() => Rule.Fix("""
        public void M(Sender<Page> printer)
        {
            var page = new Page(new List<string>());
            printer.Send(page);
            [|page|].Lines.Add("x");
        }
        """, """
        public void M(Sender<Page> printer)
        {
            var page = new Page(new List<string>());
            page.Lines.Add("x");
            printer.Send(page);
        }
        """);

    [Fact]
    public static Task What_is_in_between_stays_where_it_is()
    {
        const string Source = """
            public void M(Sender<Page> printer)
            {
                var page = new Page(new List<string>());
                printer.Send(page);
                Console.WriteLine("sent");
                [|page|].Lines.Add("x");
            }
            """;
        return Rule.Fix(Source, Source);
    }
}
