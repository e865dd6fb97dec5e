using System;
using Fearless.Explorer.Scheduling;
using Xunit;
using Xunit.Abstractions;

namespace Fearless.Explorer.Locks;

public class RwLockExploration(ITestOutputHelper output)
{
    [Fact]
    public void A_biased_reader_and_a_writer() => Explore(BiasedReaderAndWriter);

    [Fact]
    public void A_biased_reader_a_reader_and_a_writer() => Explore(ReadersAndWriter);

    [Fact]
    public void Two_writers_and_a_reader() => Explore(WritersAndReader);

    [Fact]
    public void A_reader_that_reads_again_while_a_writer_waits() => Explore(Nested);

    [Fact]
    public void A_downgrade_with_a_reader_and_a_writer_waiting() => Explore(Downgrade);

    [Fact]
    public void A_writer_that_may_give_up_between_readers() => Explore(TimedWriter);

    internal static Scenario BiasedReaderAndWriter()
    {
        var s = new Shared();
        return new Scenario(s.Check, () => { s.Read(); s.Read(); s.Read(); }, () => { s.Write(); s.Write(); });
    }

    internal static Scenario ReadersAndWriter()
    {
        var s = new Shared();
        return new Scenario(s.Check, () => { s.Read(); s.Read(); }, s.Read, s.Write);
    }

    internal static Scenario WritersAndReader()
    {
        var s = new Shared();
        return new Scenario(s.Check, s.Write, s.Write, s.Read);
    }

    internal static Scenario Nested()
    {
        var s = new Shared();
        return new Scenario(s.Check, () =>
        {
            s.Read();
            using var outer = s.Lock.Read();
            s.Read();
        }, s.Write);
    }

    internal static Scenario Downgrade()
    {
        var s = new Shared();
        return new Scenario(s.Check, () =>
        {
            var w = s.Lock.Write();
            int written = ++w.Value;
            s.Writes++;
            using var r = w.Downgrade();
            Assert.Equal(written, r.Value);
        }, s.Read, s.Write);
    }

    internal static Scenario TimedWriter()
    {
        var s = new Shared();
        return new Scenario(s.Check, s.Read, s.Read, () =>
        {
            if (!s.Lock.TryWrite(TimeSpan.FromSeconds(1), out var w)) return;
            using (w) w.Value++;
            s.Writes++;
        });
    }

    private void Explore(Func<Scenario> scenario) => output.WriteLine($"{Scheduling.Explorer.Run(scenario)} executions");

    private sealed class Shared
    {
        public readonly RwLock<int> Lock = new(0);
        public int Writes;
        private readonly Exclusion _writing = new();
        private int _readers;

        public void Read()
        {
            using var r = Lock.Read();
            _readers++;
            int before = r.Value;
            _writing.AssertNobody();
            Assert.Equal(before, r.Value);
            _readers--;
        }

        public void Write()
        {
            using var w = Lock.Write();
            Assert.Equal(0, _readers);
            using (_writing.Enter()) w.Value++;
            Assert.Equal(0, _readers);
            Writes++;
        }

        public void Check()
        {
            Assert.Equal(Writes, Lock.IntoInner());
            Assert.Equal(0, _readers);
        }
    }
}
