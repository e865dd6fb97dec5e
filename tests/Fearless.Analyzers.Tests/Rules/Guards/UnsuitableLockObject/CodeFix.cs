using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Fearless.Analyzers.Tests.UnsuitableLockObjectRule;

public static partial class CodeFix
{
    [Fact]
    public static Task This_becomes_one_field_for_all_that_lock_it() => LockObjectTest.Fix("""
        public class Shop
        {
            private readonly List<int> _orders = [];

            // Called by the till.
            public void Add(int order)
            {
                lock ([|this|]) // one at a time
                {
                    _orders.Add(order);
                }
            }

            public int Count
            {
                get { lock ((object)this) return _orders.Count; }
            }
        }
        """, """
        public class Shop
        {
            private readonly Lock _gate = new();
            private readonly List<int> _orders = [];

            // Called by the till.
            public void Add(int order)
            {
                lock (_gate) // one at a time
                {
                    _orders.Add(order);
                }
            }

            public int Count
            {
                get { lock (_gate) return _orders.Count; }
            }
        }
        """);

    [Fact]
    public static Task An_object_where_the_monitor_is_used() => LockObjectTest.Fix("""
        public class Shop
        {
            /// <summary>Waits.</summary>
            public void Wait()
            {
                lock ([|this|])
                    Monitor.Wait(this);
            }

            public void Wake()
            {
                Monitor.Enter(this);
                try
                {
                    Monitor.PulseAll(this);
                }
                finally
                {
                    Monitor.Exit(this);
                }
            }
        }
        """, """
        public class Shop
        {
            private readonly object _gate = new();

            /// <summary>Waits.</summary>
            public void Wait()
            {
                lock (_gate)
                    Monitor.Wait(_gate);
            }

            public void Wake()
            {
                Monitor.Enter(_gate);
                try
                {
                    Monitor.PulseAll(_gate);
                }
                finally
                {
                    Monitor.Exit(_gate);
                }
            }
        }
        """);

    [Theory]
    [InlineData(LanguageVersion.CSharp12, "private readonly object _gate = new();")]
    [InlineData(LanguageVersion.CSharp8, "private readonly object _gate = new object();")]
    public static Task An_object_where_the_language_has_no_Lock(LanguageVersion version, string field) => LockObjectTest.Fix(
        "public class Shop\n{\n    public void M() { lock ([|this|]) { } }\n}\n",
        "public class Shop\n{\n    " + field + "\n\n    public void M() { lock (_gate) { } }\n}\n",
        version);

    [Fact]
    public static Task An_object_where_an_iterator_yields_under_the_lock() => LockObjectTest.Fix(
        "public class Shop\n{\n    public IEnumerable<int> M() { lock ([|this|]) { yield return 1; } }\n}\n",
        "public class Shop\n{\n    private readonly object _gate = new();\n\n    public IEnumerable<int> M() { lock (_gate) { yield return 1; } }\n}\n");

    [Fact]
    public static Task Each_lock_gets_its_own_field() => LockObjectTest.Fix("""
        public class Shop
        {
            public void M()
            {
                lock ([|"orders"|])
                {
                    lock ([|this|]) { }
                    lock ([|typeof(Shop)|]) { }
                    lock ([|GetType()|]) { }
                }
            }

            public void N()
            {
                lock ([|"orders"|]) { }
            }
        }
        """, """
        public class Shop
        {
            private static readonly Lock s_gate2 = new();
            private readonly Lock _gate = new();
            private static readonly Lock s_gate = new();

            public void M()
            {
                lock (s_gate)
                {
                    lock (_gate) { }
                    lock (s_gate2) { }
                    lock (s_gate2) { }
                }
            }

            public void N()
            {
                lock (s_gate) { }
            }
        }
        """);

    [Fact]
    public static Task What_is_made_on_the_spot_is_made_once() => LockObjectTest.Fix("""
        class Shop
        {
            private int count;

            public void M(int id)
            {
                lock ((object)[|id|])
                {
                    count++;
                }
            }

            public void N()
            {
                var mine = new object();
                lock ([|mine|])
                {
                    count++;
                }

                lock ([|new object()|])
                    count++;
            }
        }
        """, """
        class Shop
        {
            private readonly Lock gate = new();
            private int count;

            public void M(int id)
            {
                lock (gate)
                {
                    count++;
                }
            }

            public void N()
            {
                lock (gate)
                {
                    count++;
                }

                lock (gate)
                    count++;
            }
        }
        """);

    [Fact]
    public static Task A_static_field_for_static_code() => LockObjectTest.Fix(
        "static class Shop\n{\n    static int Count;\n    static void M() { lock ([|new object()|]) { Count++; } }\n}\n",
        "static class Shop\n{\n    private static readonly Lock Gate = new();\n    static int Count;\n    static void M() { lock (Gate) { Count++; } }\n}\n");
}
