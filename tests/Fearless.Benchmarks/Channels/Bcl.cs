using System.Threading.Channels;
using System.Threading.Tasks;

namespace Fearless.Benchmarks.Channels;

/// <summary>A System.Threading.Channels channel used by threads: try, and wait for the task if that fails.</summary>
internal static class Bcl
{
    public static void Write(ChannelWriter<long> writer, int count)
    {
        for (int i = 0; i < count; i++)
            if (!writer.TryWrite(i)) Wait(writer.WriteAsync(i));
    }

    public static void Read(ChannelReader<long> reader, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (!reader.TryRead(out long value)) value = Wait(reader.ReadAsync());
            Sink.Keep(value);
        }
    }

    public static void Wait(ValueTask task)
    {
        if (task.IsCompletedSuccessfully) task.GetAwaiter().GetResult();
        else task.AsTask().GetAwaiter().GetResult();
    }

    public static long Wait(ValueTask<long> task) =>
        task.IsCompletedSuccessfully ? task.Result : task.AsTask().GetAwaiter().GetResult();
}
