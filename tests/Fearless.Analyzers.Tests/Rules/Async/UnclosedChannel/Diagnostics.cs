using System.Threading.Tasks;
using Xunit;
using Rule = Fearless.Analyzers.Tests.Async.MemberTest<Fearless.Analyzers.UnclosedChannel, Fearless.CodeFixes.UnclosedChannelFix>;

namespace Fearless.Analyzers.Tests.UnclosedChannelRule;

public static class Diagnostics
{
    [Fact]
    public static Task The_original_beside_its_clones() => Rule.Check("""
        public void M()
        {
            var (sender, receiver) = {|#0:Mpsc.Channel<int>()|};
            var mine = sender.Clone();
            Threads.Spawn(() => { using (mine) mine.Send(1); });
            foreach (var number in {|#1:receiver|})
                Console.WriteLine(number);
        }
        """, Rule.Finding().WithLocation(0).WithLocation(1).WithArguments("nobody disposes 'sender', so the loop over 'receiver' at line 15 never ends", "dispose it as soon as the last clone has been made"));

    [Fact]
    public static Task Captured_and_only_sent_through() => Rule.Check("""
        public async Task M()
        {
            var (sender, receiver) = [|Mpsc.SyncChannel<int>(4)|];
            Threads.Spawn(() => sender.Send(1));
            await foreach (var number in receiver.RecvAllAsync())
                Console.WriteLine(number);
        }
        """);

    [Fact]
    public static Task A_return_past_the_completion() => Rule.Check("""
        public async Task M(ChannelWriter<string> output, StringReader input)
        {
            while (await input.ReadLineAsync() is { } line)
            {
                if (line == "end")
                    {|#0:return;|}
                await output.WriteAsync(line);
            }
            {|#1:output.Complete()|};
        }
        """, Rule.Finding().WithLocation(0).WithLocation(1).WithArguments("this leaves without completing 'output', as line 18 does, so whoever reads to its end waits for ever", "complete it in a finally"));

    [Fact]
    public static Task In_a_lambda() => Rule.Check("""
        public Task M(Channel<int> channel) => Task.Run(() =>
        {
            for (var i = 0; i < 10; i++)
            {
                if (!channel.Writer.TryWrite(i))
                    [|return;|]
            }
            channel.Writer.Complete();
        });
        """);
}
