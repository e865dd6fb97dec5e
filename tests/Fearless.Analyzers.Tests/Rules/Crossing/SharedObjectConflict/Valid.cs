using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.SharedObjectConflictRule;

public static class Valid
{
    [Theory]
    [InlineData("var t = Task.Run(() => list.Add(1)); await t; list.Add(2);")]
    [InlineData("list.Add(2); var t = Task.Run(() => list.Add(1)); await t;")]
    [InlineData("var t = Task.Run(() => list.Count); Console.WriteLine(list[0]); await t;")]
    [InlineData("var t = Task.Run(() => { lock (gate) list.Add(1); }); lock (gate) list.Add(2); await t;")]
    [InlineData("var t = Task.Run(() => new List<int>().Add(1)); list.Add(2); await t;")]
    [InlineData("var mine = new List<int>(list); var t = Task.Run(() => mine.Add(1)); list.Add(2); await t;")]
    [InlineData("var t = Task.Run(() => list.Add(1)).ContinueWith(_ => list.Add(2)); await t;")]
    [InlineData("var safe = new ConcurrentQueue<int>(); var t = Task.Run(() => safe.Enqueue(1)); safe.Enqueue(2); await t;")]
    [InlineData("await Task.Run(() => list.Add(1)); list.Add(2);")]
    public static Task Nothing_is_shared_at_the_same_time(string body) => SharingTest.Valid($$"""
        public async Task M(List<int> list)
        {
            var gate = new object();
            {{body}}
        }
        """);

    [Fact]
    public static Task Each_round_of_a_loop_has_its_own() => SharingTest.Valid("""
        public void M(int[] ids)
        {
            foreach (var id in ids)
            {
                var mine = new List<int>();
                new Thread(() => mine.Add(id)).Start();
            }

            Parallel.ForEach(ids, id =>
            {
                var own = new Order();
                own.Stamp("x");
            });
        }
        """);

    [Fact]
    public static Task Each_run_of_a_parallel_loop_has_its_own_element() => SharingTest.Valid("""
        public void M(int[] values, Order[] orders)
        {
            var squares = new int[values.Length];
            Parallel.For(0, values.Length, i => squares[i] = values[i] * values[i]);
            Parallel.ForEach(orders, order => order.Stamp("x"));
            Parallel.For(0, orders.Length, i => orders[i].Stamp("y"));
        }
        """);

    [Fact]
    public static Task Another_field_is_another_place() => SharingTest.Valid("""
        public async Task M()
        {
            var order = new Order();
            var work = Task.Run(() => order.Stamp("x"));
            Console.WriteLine(order.Number);
            order.Total = 1;
            await work;
        }
        """);

    [Fact]
    public static Task A_callee_that_locks_is_safe() => SharingTest.Valid("""
        private readonly List<int> _items = new();

        public void M(int[] ids) => Parallel.ForEach(ids, Add);

        private void Add(int id)
        {
            lock (_items)
                _items.Add(id);
        }
        """);

    [Fact]
    public static Task A_field_that_is_replaced_may_refer_to_anything() => SharingTest.Valid("""
        private List<int> _items = new();

        public void M()
        {
            var full = _items;
            _items = new List<int>();
            Task.Run(() => full.Add(1));
            _items.Add(2);
        }
        """);

    [Fact]
    public static Task Filling_a_cache_is_harmless() => SharingTest.Valid("""
        private string? _name;

        private string Name => _name ??= new string('x', 3);

        public void M(int[] ids) => Parallel.ForEach(ids, id => Console.WriteLine(Name));
        """);

    [Fact]
    public static Task Slices_that_do_not_overlap_are_apart() => SharingTest.Valid("""
        public static void M(Memory<int> items, int[] array)
        {
            var half = items[..(items.Length / 2)];
            var rest = items[(items.Length / 2)..];
            Parallel.Invoke(() => Zero(rest), () => Zero(half));
            Parallel.Invoke(() => Fill(array, 0, 10), () => Fill(array, 10, 20));
        }

        private static void Zero(Memory<int> items) => items.Span[0] = 0;

        private static void Fill(int[] items, int from, int to)
        {
            for (var i = from; i < to; i++)
                items[i] = 0;
        }
        """);

    [Fact]
    public static Task A_stranger_may_do_anything_or_nothing() => SharingTest.Valid("""
        public interface ISink { void Put(List<int> list); }

        public async Task M(ISink sink, List<int> list)
        {
            var work = Task.Run(() => sink.Put(list));
            sink.Put(list);
            await work;
        }
        """);

    [Fact]
    public static Task A_message_orders_what_came_before_it() => SharingTest.Valid("""
        public void M()
        {
            var ready = new ManualResetEventSlim();
            var list = new List<int>();
            var work = new Thread(() => { list.Add(1); ready.Set(); });
            work.Start();
            ready.Wait();
            list.Add(2);
        }
        """);

    [Fact]
    public static Task Members_of_the_type_itself_are_judged_with_all_of_its_code() => SharingTest.Valid("""
        private readonly List<int> _items = new();

        public void M()
        {
            new Thread(Fill).Start();
            _items.Add(2);
        }

        private void Fill() => _items.Add(1);
        """);

    [Fact]
    public static Task A_handle_that_is_null_has_started_nothing() => SharingTest.Valid("""
        public void M(bool isBusy)
        {
            var list = new List<int>();
            Thread? work = null;
            if (isBusy)
            {
                work = new Thread(() => list.Add(1));
                work.Start();
            }

            work?.Join();
            list.Add(2);
        }
        """);
}
