using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.TornValueRule;

/// <summary>Half of the old value, half of the new one.</summary>
public static class Diagnostics
{
    [Fact]
    public static Task Written_by_work() => TypeTest<TornValue>.Verify("""
        private (double X, double Y) _last;
        public async Task Run()
        {
            var work = Task.Run(() => { for (var i = 0; i < 10; i++) _last = (i, i); });
            while (!work.IsCompleted)
            {
                Console.WriteLine([|_last|]);
                await Task.Delay(1);
            }
            await work;
        }
        """);

    [Fact]
    public static Task The_writer_locks_and_the_reader_does_not() => TypeTest<TornValue>.Verify("""
        private readonly object _gate = new();
        private decimal _price;
        public void Set(decimal price) { lock (_gate) _price = price; }
        public decimal Get() => [|_price|];
        """);

    [Fact]
    public static Task A_volatile_flag_beside_it() => TypeTest<TornValue>.Verify("""
        private volatile bool _done;
        private Guid _last;
        public void Next(Guid id) { _last = id; }
        public void End() => _done = true;
        public bool TryGet(out Guid id)
        {
            id = [|_last|];
            return !_done;
        }
        """);

    [Fact]
    public static Task Others_write_what_the_consumer_looks_at() => TypeTest<TornValue>.Verify("""
        public sealed class Pushed : IEnumerator<decimal>
        {
            private readonly object _gate = new();
            private decimal _current;
            public decimal Current => [|_current|];
            object System.Collections.IEnumerator.Current => 0;
            public void Push(decimal value) { lock (_gate) _current = value; }
            public bool MoveNext() => true;
            public void Reset() => throw new NotSupportedException();
            public void Dispose() { }
        }
        """);
}
