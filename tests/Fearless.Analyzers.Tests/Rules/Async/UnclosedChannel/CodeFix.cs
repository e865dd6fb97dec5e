using System.Threading.Tasks;
using Xunit;
using Rule = Fearless.Analyzers.Tests.Async.MemberTest<Fearless.Analyzers.UnclosedChannel, Fearless.CodeFixes.UnclosedChannelFix>;

namespace Fearless.Analyzers.Tests.UnclosedChannelRule;

public static class CodeFix
{
    [Fact]
    public static Task Disposed_before_the_loop() => Rule.Fix("""
            public void M()
            {
                var (sender, receiver) = [|Mpsc.Channel<int>()|];
                sender.Send(1);
                using (receiver)
                {
                    foreach (var number in receiver)
                        Console.WriteLine(number);
                }
            }
        """, """
            public void M()
            {
                var (sender, receiver) = Mpsc.Channel<int>();
                sender.Send(1);
                using (receiver)
                {
                    sender.Dispose();
                    foreach (var number in receiver)
                        Console.WriteLine(number);
                }
            }
        """);

    [Fact]
    public static Task Completed_before_the_return() => Rule.Fix("""
            public void M(ChannelWriter<int> output)
            {
                for (var i = 0; i < 10; i++)
                {
                    if (!output.TryWrite(i))
                        [|return;|]
                    if (i == 8)
                    {
                        [|return;|]
                    }
                }
                output.Complete();
            }
        """, """
            public void M(ChannelWriter<int> output)
            {
                for (var i = 0; i < 10; i++)
                {
                    if (!output.TryWrite(i))
                    {
                        output.Complete();
                        return;
                    }
                    if (i == 8)
                    {
                        output.Complete();
                        return;
                    }
                }
                output.Complete();
            }
        """);
}
