using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.UnguardedSharing, Fearless.CodeFixes.VolatileFieldFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnguardedSharingRule;

/// <summary>Claims, modes, joins in helpers, per-thread statics, objects that look after themselves: with the twin that lacks it.</summary>
public static class KeptApart
{
    [Theory]
    [InlineData("if (Interlocked.Exchange(ref _done, 1) != 0) return;")]
    [InlineData("if (Interlocked.CompareExchange(ref _done, 1, 0) == 1) return; if (Interlocked.CompareExchange(ref _done, 2, 1) != 1) return;")]
    [InlineData("if (Interlocked.Increment(ref _done) is not 1) return;")]
    [InlineData("var isOff = false; if (isOff || Interlocked.Exchange(ref _done, 1) == 1) return;")]
    public static Task Behind_a_claim(string claim) => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class($$"""
        private readonly List<string> _pages = new();
        private int _done;
        public void Open() => Task.Run(async () => { await Task.Delay(1); End(); });
        public void End()
        {
            {{claim}}
            Drop();
        }
        private void Drop() => _pages.Clear();
        """));

    [Theory]
    [InlineData("if (Volatile.Read(ref _done) != 0) return; Volatile.Write(ref _done, 1);")]
    [InlineData("Interlocked.Increment(ref _done);")]
    [InlineData("if (Interlocked.Increment(ref _done) > 2) return;")]
    public static Task Behind_none(string claim) => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class($$"""
        private readonly List<string> _pages = new();
        private int _done;
        public void Open() => Task.Run(async () => { await Task.Delay(1); End(); });
        public void End()
        {
            {{claim}}
            Drop();
        }
        private void Drop() => [|_pages|].Clear();
        """));

    [Theory]
    [InlineData("private readonly bool _isServer; public Test(bool isServer) => _isServer = isServer;", "if (!_isServer) return;", "if (_isServer) return;")]
    [InlineData("private readonly int _kind; public Test(int kind) => _kind = kind;", "if (_kind != 1) throw new InvalidOperationException();", "if (_kind != 2) throw new InvalidOperationException();")]
    [InlineData("private string? Name { get; } = null;", "if (Name is null) return;", "if (Name is not null) return;")]
    public static Task In_two_modes(string mode, string one, string other) => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class($$"""
        {{mode}}
        private List<int> _items = new();
        public void Plain(int item) { {{one}} _items.Add(item); }
        public void Later() { {{other}} Task.Run(() => Console.WriteLine(_items.Count)); }
        """));

    [Fact]
    public static Task In_one_mode_that_may_change() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private bool _isServer;
        private List<int> _items = new();
        public void Become(bool isServer) => _isServer = isServer;
        public void Plain(int item) { if (!_isServer) return; [|_items|].Add(item); }
        public void Later() { if (_isServer) return; Task.Run(() => Console.WriteLine(_items.Count)); }
        """));

    [Theory]
    [InlineData("task.Wait();")]
    [InlineData("if (task is null) throw new ArgumentNullException(); task.GetAwaiter().GetResult();")]
    [InlineData("try { Block(task); } finally { Console.WriteLine(); }")]
    [InlineData("Task.WaitAll(task);")]
    public static Task Joined_by_a_helper(string body) => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class($$"""
        private int _sum;
        public int Sum => _sum;
        public void Run()
        {
            try { Finish(Task.Run(() => { _sum = 3; })); } catch (AggregateException) { }
        }
        private static void Finish(Task task) { {{body}} }
        private static void Block(Task task) => task.Wait();
        """));

    [Theory]
    [InlineData("if (task.IsCompleted) task.Wait();")]
    [InlineData("_ = task.ContinueWith(static t => t.Wait());")]
    public static Task Joined_by_none(string body) => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class($$"""
        private int _sum;
        public int Sum => _sum;
        public void Run() => Finish(Task.Run(() => { [|_sum|] = 3; }));
        private static void Finish(Task task) { {{body}} }
        """));

    [Theory]
    [InlineData("[ThreadStatic] private static int t_depth;")]
    [InlineData("[field: ThreadStatic] private static int t_depth { get; set; }")]
    public static Task Of_each_thread(string field) => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class($$"""
        {{field}}
        public void Start() => Task.Run(() => t_depth = 1);
        public void Leave() => t_depth--;
        """));

    [Theory]
    [InlineData("_slots[t_own]++;")]
    [InlineData("var at = t_own * 8; _slots[at] = 1;")]
    [InlineData("_slots[Environment.CurrentManagedThreadId] += 2;")]
    public static Task In_a_slot_of_its_own(string step) => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class($$"""
        private readonly Marks _marks = new();
        public void Start() => Task.Run(() => _marks.Leave());
        public void Note() => _marks.Leave();
        private sealed class Marks
        {
            [ThreadStatic] private static int t_own;
            private readonly long[] _slots = new long[4096];
            public void Leave() { {{step}} }
        }
        """));

    [Fact]
    public static Task In_a_slot_that_two_may_share() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly Marks _marks = new();
        public void Start() => Task.Run(() => [|_marks|].Leave());
        public void Note() => _marks.Leave();
        private sealed class Marks
        {
            private readonly long[] _slots = new long[64];
            public void Leave() => _slots[Environment.CurrentManagedThreadId & 63]++;
        }
        """));

    [Fact]
    public static Task A_property_of_a_type_out_of_sight() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly System.ComponentModel.ISite _site = null!;
        public bool IsDesigned => _site.DesignMode;
        public void Later() => Task.Run(() => _site.Name = "late");
        """));

    [Fact]
    public static Task Hooks_for_tests() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private int _worst;
        internal int WorstForTests => _worst;
        public void Start() => Task.Run(() => _worst = 3);
        """));

    [Fact]
    public static Task A_wrapper_that_locks_for_each_call() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly System.Collections.ArrayList _all = System.Collections.ArrayList.Synchronized(new System.Collections.ArrayList());
        private readonly System.Collections.ArrayList _bare = new();
        public void Run(int[] xs) => Parallel.ForEach(xs, x => { _all.Add(x); [|_bare|].Add(x); });
        """));
}
