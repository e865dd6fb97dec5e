using Xunit;

namespace Fearless.Analyzers.Tests.Types;

public sealed class LeafTests
{
    [Theory]
    [InlineData("int")]
    [InlineData("string")]
    [InlineData("decimal")]
    [InlineData("DateTime")]
    [InlineData("Guid")]
    [InlineData("DayOfWeek")]
    [InlineData("nint")]
    [InlineData("IntPtr")]
    [InlineData("int?")]
    [InlineData("(int, string)")]
    [InlineData("Plain")]
    [InlineData("ImmutableArray<string>")]
    [InlineData("ConcurrentDictionary<string, Plain>")]
    [InlineData("Task<string>")]
    [InlineData("CancellationTokenSource")]
    [InlineData("TNumber")]
    public void Both(string type) => Probe.Of(type).IsSend().IsSync();

    [Theory]
    [InlineData("List<int>", "it changes without a lock")]
    [InlineData("int[]", "it is an array, whose elements anybody may replace")]
    [InlineData("(int, List<int>)", "List<int> changes without a lock")]
    [InlineData("ConcurrentDictionary<string, List<int>>", "List<int> changes without a lock")]
    [InlineData("KeyValuePair<string, StringBuilder>", "StringBuilder changes without a lock")]
    [InlineData("MemoryStream", "it changes without a lock")]
    [InlineData("Random", "it changes without a lock (parallel calls corrupt its state until it returns only zeros)")]
    [InlineData("Cell", "it is marked [NotSync] (counts readers)")]
    public void Send_only(string type, string because) => Probe.Of(type).IsSend().IsNotSync(because);

    [Theory]
    [InlineData("Tied", "it is marked [NotSend] (tied to its thread)")]
    [InlineData("List<Tied>", "Tied is marked [NotSend] (tied to its thread)")]
    [InlineData("Tied[]", "Tied is marked [NotSend] (tied to its thread)")]
    [InlineData("(int, Tied)", "Tied is marked [NotSend] (tied to its thread)")]
    [InlineData("Lock.Scope", "it must stay on its thread (a lock is released by the thread that took it)")]
    [InlineData("int*", "it is a pointer, and nobody knows who else has it")]
    [InlineData("delegate*<void>", "it is a pointer, and nobody knows who else has it")]
    public void Not_send(string type, string because) => Probe.Of(type).IsNotSend(because);

    [Theory]
    [InlineData("object", "it may be anything")]
    [InlineData("dynamic", "it may be anything")]
    [InlineData("Action", "it is a delegate, and what it captures is not in sight")]
    [InlineData("IDisposable", "it is an interface without a marker, and says nothing about what stands behind it")]
    [InlineData("IEnumerable<int>", "it is an interface without a marker, and says nothing about what stands behind it")]
    [InlineData("TOpen", "it is a type parameter without a [Send] bound")]
    [InlineData("List<TOpen>", "TOpen is a type parameter without a [Send] bound")]
    [InlineData("Open", "it is neither sealed nor marked, and a derived class may be anything")]
    public void Unknown(string type, string because) =>
        Probe.Of(type, "public class Open;").MayBeSend(because);

    [Fact]
    public void Bounds_are_what_is_known_of_a_type_parameter()
    {
        Probe.Of("TSend").IsSend().MayBeSync("it is a type parameter without a [Sync] bound");
        Probe.Of("TSync").IsSync().MayBeSend();
    }

    [Fact]
    public void What_is_not_known_at_all_is_silent() => Probe.Of("Missing", allowErrors: true).IsSend().IsSync();

    [Fact]
    public void Readers_of_a_cell_write()
    {
        Probe.Of("List<int>").IsReadable();
        Probe.Of("Action").IsReadable();
        Probe.Of("Cell").IsNotReadable("it is marked [NotSync] (counts readers)");
        Probe.Of("List<Cell>").IsNotReadable();
        Probe.Of("Holder", "public class Holder { public Cell Inner = new(); }").IsNotReadable("Holder.Inner is of type Cell, which is marked [NotSync] (counts readers)");
        Probe.Of("System.Text.Json.Nodes.JsonObject").IsNotReadable("it changes when it is read (reading may fill its cache)");
    }
}
