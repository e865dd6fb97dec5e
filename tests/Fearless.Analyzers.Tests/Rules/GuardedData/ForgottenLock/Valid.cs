using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.ForgottenLock, Fearless.CodeFixes.TakeLockFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.ForgottenLockRule;

public static class Valid
{
    [Fact]
    public static Task Nothing_is_ever_locked() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private int _count;
        public int Count => _count;
        public void Add() => _count++;
        """));

    [Fact]
    public static Task A_volatile_field_is_read_without_the_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private volatile int _count;
        public int Count => _count;
        public void Add() { lock (_gate) _count++; }
        public void Clear() { lock (_gate) _count = 0; }
        """));

    [Fact]
    public static Task Double_checked() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private string? _name;
        public string Name
        {
            get
            {
                if (_name == null)
                {
                    lock (_gate)
                    {
                        _name ??= "x";
                    }
                }

                return _name;
            }
        }
        """));

    [Fact]
    public static Task Copy_on_write() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private volatile List<int> _items = new();
        public int Sum() => _items.Sum();
        public void Add(int x) { lock (_gate) _items = [.. _items, x]; }
        """));

    [Fact]
    public static Task Published_by_a_volatile_flag() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private readonly Dictionary<string, int> _rates = new();
        private volatile bool _loaded;
        public int Of(string key)
        {
            if (_loaded)
                return _rates[key];
            lock (_gate)
            {
                if (!_loaded)
                {
                    _rates["a"] = 1;
                    _loaded = true;
                }

                return _rates[key];
            }
        }
        """));

    [Fact]
    public static Task Construction_and_disposal() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private int _count;
        public Test() { Fill(); }
        private void Fill() => _count = 5;
        public void Add() { lock (_gate) _count++; }
        public void Dispose() => _count = 0;
        """));

    [Fact]
    public static Task A_lock_that_the_caller_hands_in() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _a = new(), _b = new();
        private int _count;
        public void Up() => Step(_a, 1);
        public void Down() => Step(_a, -1);
        public int Count { get { lock (_a) return _count; } }
        private void Step(object gate, int by) { lock (gate) _count += by; }
        """));

    [Fact]
    public static Task A_step_of_a_template_method() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        protected readonly object Gate = new();
        public void Write(string text) { lock (Gate) Append(text); }
        protected virtual void Append(string text) { }
        public class Memory : Test
        {
            private readonly List<string> _lines = new();
            protected override void Append(string text) => _lines.Add(text);
            public int Count { get { lock (Gate) return _lines.Count; } }
        }
        """));

    [Fact]
    public static Task A_reference_that_is_set_up_under_the_lock() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        private Action<int>? _handler;
        public void Initialize(Action<int> handler) { lock (_gate) _handler = handler; }
        public void A() => _handler?.Invoke(1);
        public void B() => _handler?.Invoke(2);
        """));

    [Fact]
    public static Task A_setting_that_anybody_may_change() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly object _gate = new();
        public bool AutoFlush { get; set; }
        public void Initialize() { lock (_gate) AutoFlush = true; }
        public bool A() => AutoFlush;
        """));
}
