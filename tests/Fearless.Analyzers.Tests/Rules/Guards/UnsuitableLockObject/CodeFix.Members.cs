using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace Fearless.Analyzers.Tests.UnsuitableLockObjectRule;

public static partial class CodeFix
{
    [Fact]
    public static Task A_replaced_field_gets_a_lock_beside_it() => LockObjectTest.Fix("""
        static class Pool
        {
            private static string[] s_keys = new string[4];

            public static void Add(string key)
            {
                lock ([|s_keys|])
                {
                    s_keys[0] = key;
                }
            }

            public static void Reset()
            {
                var keys = s_keys;
                lock (keys)
                {
                    lock (Pool.s_keys)
                        s_keys = new string[4];
                }
            }

            private class Reader
            {
                public void Read() { lock (s_keys) { } }
            }
        }
        """, """
        static class Pool
        {
            private static readonly Lock s_keysGate = new();
            private static string[] s_keys = new string[4];

            public static void Add(string key)
            {
                lock (s_keysGate)
                {
                    s_keys[0] = key;
                }
            }

            public static void Reset()
            {
                var keys = s_keys;
                lock (s_keysGate)
                {
                    lock (Pool.s_keysGate)
                        s_keys = new string[4];
                }
            }

            private class Reader
            {
                public void Read() { lock (s_keysGate) { } }
            }
        }
        """);

    [Fact]
    public static Task The_receiver_stays() => LockObjectTest.Fix("""
        class Shop
        {
            private List<int> _items = [];
            void Take(Shop other)
            {
                lock (other.[|_items|]) _items = other._items;
                lock (this._items) { }
            }
        }
        """, """
        class Shop
        {
            private readonly Lock _itemsGate = new();
            private List<int> _items = [];
            void Take(Shop other)
            {
                lock (other._itemsGate) _items = other._items;
                lock (this._itemsGate) { }
            }
        }
        """);

    [Theory]
    [InlineData("private object _gate = new();", "private readonly object _gate = new();")]
    [InlineData("object _gate = new();", "readonly object _gate = new();")]
    [InlineData("/* gate */ static Lock _gate = new();", "/* gate */ static readonly Lock _gate = new();")]
    public static Task Readonly_where_nothing_stands_in_the_way(string field, string fixedField)
    {
        var test = new LockObjectTest
        {
            TestCode = LockObjectTest.Usings + "class Shop\n{\n    " + field + "\n    void M() { lock ({|#0:_gate|}) { } lock (_gate) { } }\n}\n",
            FixedCode = LockObjectTest.Usings + "class Shop\n{\n    " + fixedField + "\n    void M() { lock (_gate) { } lock (_gate) { } }\n}\n",
        };
        test.ExpectedDiagnostics.Add(new DiagnosticResult("FEAR3001", DiagnosticSeverity.Info).WithLocation(0));
        return test.RunAsync();
    }

    [Theory]
    [InlineData("readonly Lock _g = new(); void M() { lock ((object)[|_g|]) { } }", "readonly Lock _g = new(); void M() { lock (_g) { } }")]
    [InlineData("readonly Lock _g = new(); void M() { Monitor.Enter([|_g|]); Monitor.Exit(_g); }", "readonly Lock _g = new(); void M() { _g.Enter(); _g.Exit(); }")]
    [InlineData(
        "readonly Lock _g = new(); void M() { if (Monitor.TryEnter(this.[|_g|], 9)) Monitor.Exit(this._g); }",
        "readonly Lock _g = new(); void M() { if (this._g.TryEnter(9)) this._g.Exit(); }")]
    [InlineData("private readonly object _g = new Lock(); void M() { lock ([|_g|]) { } }", "private readonly Lock _g = new Lock(); void M() { lock (_g) { } }")]
    public static Task A_Lock_is_taken_as_a_Lock(string members, string fixedMembers) =>
        LockObjectTest.Fix("class Shop { " + members + " }", "class Shop { " + fixedMembers + " }");

    [Fact]
    public static Task A_field_that_waits_to_be_used_is_used() => LockObjectTest.Fix("""
        public class Shop
        {
            private readonly object _sync = new();
            public void M() { lock ([|this|]) { } }
        }
        """, """
        public class Shop
        {
            private readonly object _sync = new();
            public void M() { lock (_sync) { } }
        }
        """);

    [Fact]
    public static Task The_name_is_free_and_in_style() => LockObjectTest.Fix("""
        public class Shop
        {
            private int m_count;
            private object m_gate = 1;
            private object Gate => new();
            public void M() { lock ([|this|]) { } lock ([|Gate|]) { m_count++; m_gate = 2; } }
        }
        """, """
        public class Shop
        {
            private readonly Lock m_gateGate = new();
            private readonly Lock m_gate2 = new();
            private int m_count;
            private object m_gate = 1;
            private object Gate => new();
            public void M() { lock (m_gate2) { } lock (m_gateGate) { m_count++; m_gate = 2; } }
        }
        """);
}
