using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.TornValueRule;

/// <summary>Values that are whole, or guarded.</summary>
public static class Valid
{
    [Fact]
    public static Task Words_and_references() => TypeTest<TornValue>.Verify("""
        private volatile bool _done;
        private double _price;
        private string _name = "";
        private DateTime _at;
        public void Set(double price, string name, DateTime at) { _price = price; _name = name; _at = at; _done = true; }
        public (double, string, DateTime, bool) Get() => (_price, _name, _at, _done);
        """);

    [Fact]
    public static Task Under_a_lock() => TypeTest<TornValue>.Verify("""
        private readonly object _gate = new();
        private decimal _price;
        public void Set(decimal price) { lock (_gate) _price = price; }
        public decimal Get() { lock (_gate) return _price; }
        """);

    [Fact]
    public static Task Nothing_is_concurrent() => TypeTest<TornValue>.Verify("""
        private decimal _price;
        public void Set(decimal price) => _price = price;
        public decimal Get() => _price;
        """);

    [Fact]
    public static Task Read_after_the_work_has_ended() => TypeTest<TornValue>.Verify("""
        private decimal _sum;
        public async Task<decimal> Run()
        {
            _sum = 0;
            await Task.Run(() => _sum = 3m);
            return _sum;
        }
        """);

    [Fact]
    public static Task A_setting_beside_a_lock() => TypeTest<TornValue>.Verify("""
        private readonly object _gate = new();
        public TimeSpan? Timeout { get; set; }
        public void Run() { lock (_gate) Console.WriteLine(Timeout); }
        """);

    [Fact]
    public static Task Whether_there_is_a_value_is_one_word() => TypeTest<TornValue>.Verify("""
        private readonly object _gate = new();
        private DateTimeOffset? _started;
        public bool IsStarted => _started is not null;
        public void Start() { lock (_gate) _started = DateTimeOffset.UtcNow; }
        """);

    [Fact]
    public static Task Handed_on_by_reference() => TypeTest<TornValue>.Verify("""
        private struct Gauge { public string Name; public double Max; }
        private Gauge _heat = new() { Name = "heat" };
        public string Title => Label(in _heat);
        public Task Feed() => Task.WhenAll(Task.Run(() => Observe(ref _heat)), Task.Run(() => Observe(ref _heat)));
        private static void Observe(ref Gauge gauge) { lock (gauge.Name) gauge.Max = 1; }
        private static string Label(in Gauge gauge) => gauge.Name;
        """);

    [Fact]
    public static Task Announced_by_a_flag_that_is_read_first() => TypeTest<TornValue>.Verify("""
        private readonly object _gate = new();
        private decimal _price;
        private int _ready;
        public void Set(decimal price)
        {
            lock (_gate)
            {
                _price = price;
                Volatile.Write(ref _ready, 1);
            }
        }
        public decimal? Get() => Volatile.Read(ref _ready) == 1 ? _price : null;
        """);

    [Fact]
    public static Task A_guard_of_a_kind_that_is_not_known() => TypeTest<TornValue>.Verify("""
        private sealed class Hold : IDisposable { public void Dispose() { } }
        private readonly object _gate = new();
        private decimal _price;
        public void Set(decimal price) { lock (_gate) { using (new Hold()) _price = price; } }
        public decimal Get()
        {
            using var hold = new Hold();
            return _price;
        }
        """);

    [Fact]
    public static Task One_consumer_moves_and_looks() => TypeTest<TornValue>.Verify("""
        public sealed class Pulled(Queue<decimal> source) : IEnumerator<decimal>
        {
            private readonly object _gate = new();
            private decimal _current;
            public decimal Current => _current;
            object System.Collections.IEnumerator.Current => _current;
            public bool MoveNext() { lock (_gate) { if (source.Count == 0) return false; _current = source.Dequeue(); return true; } }
            public void Reset() => throw new NotSupportedException();
            public void Dispose() { }
        }
        """);
}
