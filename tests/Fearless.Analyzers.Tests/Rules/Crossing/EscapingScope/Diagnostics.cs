using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.EscapingScopeRule;

public static class Diagnostics
{
    [Fact]
    public static Task A_field_keeps_it() => Rule.Check("""
        private ThreadScope? _scope;

        public void M() => Threads.Scope(scope =>
        {
            _scope = {|#0:scope|};
        });
        """, Rule.Finding().WithLocation(0).WithArguments("scope", "stored in '_scope'"));

    [Fact]
    public static Task A_local_outside_keeps_it() => Rule.Check("""
        public void M()
        {
            ThreadScope? kept = null;
            Threads.Scope(scope =>
            {
                kept = [|scope|];
            });
            Console.WriteLine(kept);
        }
        """);

    [Fact]
    public static Task It_is_returned() => Rule.Check("""
        public ThreadScope M() => Threads.Scope(scope => [|scope|]);
        """);
}
