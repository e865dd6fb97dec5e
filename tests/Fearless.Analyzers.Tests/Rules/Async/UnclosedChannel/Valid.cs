using System.Threading.Tasks;
using Xunit;
using Rule = Fearless.Analyzers.Tests.Async.MemberTest<Fearless.Analyzers.UnclosedChannel, Fearless.CodeFixes.UnclosedChannelFix>;

namespace Fearless.Analyzers.Tests.UnclosedChannelRule;

public static class Valid
{
    [Theory]
    [InlineData("sender.Dispose();")]
    [InlineData("using var closed = sender;")]
    [InlineData("Threads.Spawn(() => { using (sender) sender.Send(1); });")]
    [InlineData("Give(sender);")]
    public static Task Closed_by_somebody(string code) => Rule.Check($$"""
        public void M()
        {
            var (sender, receiver) = Mpsc.Channel<int>();
            {{code}}
            foreach (var number in receiver)
                Console.WriteLine(number);
        }
        private static void Give([Moved] Sender<int> sender) => sender.Dispose();
        """);

    [Theory]
    [InlineData("Console.WriteLine(receiver.Recv());")]
    [InlineData("foreach (var number in receiver) { if (number == 0) break; }")]
    [InlineData("foreach (var number in receiver.TryIter()) Console.WriteLine(number);")]
    public static Task Not_read_to_the_end(string code) => Rule.Check($$"""
        public void M()
        {
            var (sender, receiver) = Mpsc.Channel<int>();
            sender.Send(0);
            {{code}}
        }
        """);

    [Fact]
    public static Task Completed_on_every_path() => Rule.Check("""
        public async Task M(ChannelWriter<string> output, StringReader input)
        {
            try
            {
                while (await input.ReadLineAsync() is { } line)
                {
                    if (line == "end")
                        return;
                    await output.WriteAsync(line);
                }
            }
            finally
            {
                output.Complete();
            }
        }

        public void N(ChannelWriter<string> output, bool more)
        {
            if (!output.TryWrite("a"))
            {
                output.Complete();
                return;
            }
            if (!more)
            {
                output.Complete();
                return;
            }
            output.Complete();
        }

        public void NotBegun(ChannelWriter<string> output, bool more)
        {
            if (!more)
                return;
            output.TryWrite("a");
            output.Complete();
        }
        """);
}
