using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.MovedWithoutOwnershipRule;

public static class Diagnostics
{
    [Fact]
    public static Task A_parameter_belongs_to_the_caller() => Rule.Check("""
        public void M(Sender<Page> printer, Page {|#1:page|}) => printer.Send({|#0:page|});
        """, Rule.Finding().WithLocation(0).WithLocation(1).WithArguments("page", "moved by 'Send'", "it still belongs to the caller: mark the parameter [Moved]"));

    [Fact]
    public static Task A_field_goes_on_referring_to_it() => Rule.Check("""
        private List<string> _lines = new();

        [return: Moved]
        public List<string> Drain() => [|_lines|];

        public void M(Sender<List<string>> sender) => sender.Send([|_lines|]);
        """);

    [Fact]
    public static Task A_lock_goes_on_protecting_it() => Rule.Check("""
        private readonly Mutex<List<string>> _lines = new(new List<string>());

        public void M(Sender<List<string>> sender)
        {
            using var guard = _lines.Lock();
            sender.Send([|guard.Value|]);
        }
        """);

    [Fact]
    public static Task A_reference_is_empty_afterwards() => Rule.Check("""
        public void M(Sender<Page> printer, [Moved] ref Page page) => printer.Send([|page|]);
        """);

    [Fact]
    public static Task Work_that_goes_on_changes_what_the_caller_has() => Rule.Check("""
        public JoinHandle M(List<string> notes) => Threads.Spawn(() => [|notes|].Sort());
        """);

    [Fact]
    public static Task It_goes_in_something_else() => Rule.Check("""
        private List<string> _lines = new();

        public void A(Sender<Page> printer, List<string> lines)
        {
            var page = new Page(lines);
            printer.Send([|page|]);
        }

        public void B(Sender<Page> printer)
        {
            var page = new Page(_lines);
            printer.Send([|page|]);
        }

        public void C(Sender<List<string>> sender, Page page)
        {
            var lines = page.Lines;
            sender.Send([|lines|]);
        }
        """);

    [Fact]
    public static Task What_a_thread_has_for_itself_stays_there() => Rule.Check("""
        private static readonly LocalKey<List<string>> Key = new(() => new List<string>());
        private readonly System.Threading.ThreadLocal<List<string>> _own = new(() => new List<string>());
        [System.ThreadStatic] private static List<string>? t_lines;

        public void A(Sender<List<string>> sender) { var lines = Key.Get(); sender.Send([|lines|]); }
        public void B(Sender<List<string>> sender) => sender.Send([|_own.Value|]!);
        public void C(Sender<List<string>> sender) { var lines = t_lines ??= new List<string>(); sender.Send([|lines|]); }
        """);
}
