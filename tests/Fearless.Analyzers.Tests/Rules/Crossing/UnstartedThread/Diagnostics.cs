using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.UnstartedThreadRule;

public static class Diagnostics
{
    [Fact]
    public static Task It_is_thrown_away() => Rule.Check("""
        public void M()
        {
            {|#0:new Thread(() => { }) { IsBackground = true }|};
            _ = {|#1:new Task(() => { })|};
        }
        """, Rule.Finding().WithLocation(0).WithArguments("thread"), Rule.Finding().WithLocation(1).WithArguments("task"));
}
