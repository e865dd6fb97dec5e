using System.Threading.Tasks;
using Xunit;

namespace Fearless.Analyzers.Tests.EscapingScopeRule;

public static class Valid
{
    [Fact]
    public static Task It_is_used_inside() => Rule.Check("""
        public void M() => Threads.Scope(scope =>
        {
            var same = scope;
            same.Spawn(() => { });
            Help(scope);
        });

        private static void Help(ThreadScope scope) => scope.Spawn(() => { });
        """);
}
