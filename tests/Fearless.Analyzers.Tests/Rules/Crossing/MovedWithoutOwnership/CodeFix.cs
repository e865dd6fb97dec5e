using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.MovedWithoutOwnershipRule;

public static class CodeFix
{
    [Fact]
    public static Task The_parameter_is_marked() => Rule.Fix("""
        public void M(Sender<Page> printer, Page page) => printer.Send([|page|]);
        """, """
        public void M(Sender<Page> printer, [Moved] Page page) => printer.Send(page);
        """);

    [Fact]
    public static Task What_to_put_into_a_field_is_for_a_person_to_say()
    {
        const string Source = """
            private List<string> _lines = new();

            public void M(Sender<List<string>> sender) => sender.Send([|_lines|]);
            """;
        return Rule.Fix(Source, Source);
    }
}
