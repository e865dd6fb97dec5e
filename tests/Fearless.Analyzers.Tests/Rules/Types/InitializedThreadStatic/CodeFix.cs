using System.Threading.Tasks;
using Fearless.CodeFixes;
using Xunit;

namespace Fearless.Analyzers.Tests.InitializedThreadStaticRule;

/// <summary>An initializer for each thread, and an attribute where it does something.</summary>
public static class CodeFix
{
    [Fact]
    public static Task A_ThreadLocal() => TypeTest<InitializedThreadStatic>.Fix<ThreadStaticFix>("""
        [ThreadStatic] private static int {|FEAR1005:s_left|} = 5;
        public static bool TryTake() => s_left-- > 0;
        """, """
        private static readonly ThreadLocal<int> s_left = new(() => 5);
        public static bool TryTake() => s_left.Value-- > 0;
        """);

    [Fact]
    public static Task A_static_field() => TypeTest<InitializedThreadStatic>.Fix<ThreadStaticFix>("""
        [ThreadStatic] private int {|FEAR1010:_depth|};
        public void Enter() => _depth++;
        """, """
        [ThreadStatic] private static int _depth;
        public void Enter() => _depth++;
        """);
}
