using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.MovedWithoutOwnershipRule;

public static class Valid
{
    [Fact]
    public static Task An_owner_may_give_away() => Rule.Check("""
        private List<string> _lines = new();

        public void M(Sender<Page> printer, [Moved] Page page) => printer.Send(page);

        public void N(Sender<Page> printer)
        {
            var page = new Page(new List<string>());
            printer.Send(page);
        }

        [return: Moved]
        public List<string> Drain()
        {
            var full = _lines;
            _lines = new List<string>();
            return full;
        }

        public void O(Sender<Page> printer, [Moved] ref Page page)
        {
            printer.Send(page);
            page = new Page(new List<string>());
        }
        """);

    [Fact]
    public static Task What_is_taken_out_of_a_lock_is_free() => Rule.Check("""
        private readonly Mutex<List<string>> _lines = new(new List<string>());
        private List<string>? _taken;

        public void M(Sender<List<string>> sender) => sender.Send(_lines.Replace(new List<string>()));

        public void N()
        {
            using var guard = _lines.Lock();
            _taken = guard.Value;
            guard.Value = new List<string>();
        }

        public int O()
        {
            using var guard = _lines.Lock();
            return guard.Value.Count;
        }
        """);

    [Fact]
    public static Task Values_have_no_owner() => Rule.Check("""
        public void M(Sender<int> numbers, Sender<string> texts, int number, string text)
        {
            numbers.Send(number);
            texts.Send(text);
        }
        """);

    [Fact]
    public static Task Work_that_only_reads_or_has_ended_is_fine() => Rule.Check("""
        public JoinHandle M(List<string> notes) => Threads.Spawn(() => Console.WriteLine(notes.Count));

        public void N(List<string> notes) => Threads.Spawn(() => notes.Sort()).Join();
        """);

    [Fact]
    public static Task A_copy_or_what_was_replaced_goes() => Rule.Check("""
        private static readonly LocalKey<List<string>> Key = new(() => new List<string>());
        [System.ThreadStatic] private static List<string>? t_lines;
        private List<string> _lines = new();

        public void A(Sender<Page> printer, List<string> lines) => printer.Send(new Page([.. lines]));
        public void B(Sender<List<string>> sender) => sender.Send(Key.Replace(new List<string>()));
        public void C(Sender<List<string>> sender) { var lines = t_lines; t_lines = null; if (lines is not null) sender.Send(lines); }
        public void D(Sender<Page> printer) { var page = new Page(_lines); _lines = new List<string>(); printer.Send(page); }
        """);
}
