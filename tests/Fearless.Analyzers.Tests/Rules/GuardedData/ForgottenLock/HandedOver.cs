using System.Threading.Tasks;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<
    Fearless.Analyzers.ForgottenLock, Fearless.CodeFixes.TakeLockFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.ForgottenLockRule;

/// <summary>What is done to an object before others get it is part of its construction.</summary>
public static class HandedOver
{
    private const string Callbacks = """
        private readonly object _gate = new();
        private readonly Queue<int> _open = new();
        private Stack<int> _done;
        public void OnNext(int x) { lock (_gate) { _open.Enqueue(x); _done.Push(x); } }
        public void OnCompleted() { lock (_gate) _open.Clear(); }
        """;

    [Fact]
    public static Task A_helper_before_the_first_subscription() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class(Callbacks + """

        public void Run(List<Test> subscribers)
        {
            _done = new Stack<int>();
            Open();
            subscribers.Add(this);
        }

        private void Open() => _open.Enqueue(0);
        """));

    [Fact]
    public static Task A_helper_after_it() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class(Callbacks + """

        public void Run(List<Test> subscribers)
        {
            _done = new Stack<int>();
            subscribers.Add(this);
            Open();
        }

        private void Open() => [|_open|].Enqueue(0);
        """));

    [Fact]
    public static Task A_helper_of_a_loop_that_hands_it_over() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class(Callbacks + """

        public void Run(List<List<Test>> subscribers)
        {
            _done = new Stack<int>();
            foreach (var list in subscribers)
            {
                Open();
                list.Add(this);
            }
        }

        private void Open() => [|_open|].Enqueue(0);
        """));

    [Fact]
    public static Task What_is_done_again_and_again() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class(Callbacks + """

        public void Send(int x, List<Action> queue)
        {
            _done = new Stack<int>();
            [|_open|].Enqueue(x);
            queue.Add(() => OnCompleted());
        }

        public void Forget() => _done = null;
        """));

    [Fact]
    public static Task Only_its_maker_calls_it() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        public static object Subscribe(List<object> source)
        {
            var sink = Create();
            Start(sink, source);
            return sink;
        }

        private static Sink Create() => new Sink();
        private static void Start(Sink sink, List<object> source) => sink.Run(source);

        internal sealed class Sink
        {
            private readonly object _gate = new();
            private readonly Queue<int> _open = new();
            public void OnNext(int x) { lock (_gate) _open.Enqueue(x); }
            public void OnCompleted() { lock (_gate) _open.Clear(); }
            public void Run(List<object> source) { _open.Enqueue(0); source.Add(this); }
        }
        """));

    [Fact]
    public static Task Whoever_keeps_it_calls_it_as_well() => VerifyCS.VerifyAnalyzerAsync(GuardedSource.Class("""
        private readonly ConcurrentBag<Sink> _sinks = new();
        public void Subscribe(List<object> source)
        {
            var sink = new Sink();
            sink.Run(source);
            _sinks.Add(sink);
        }

        public void Again(List<object> source) { foreach (var sink in _sinks) sink.Run(source); }

        internal sealed class Sink
        {
            private readonly object _gate = new();
            private readonly Queue<int> _open = new();
            public void OnNext(int x) { lock (_gate) _open.Enqueue(x); }
            public void OnCompleted() { lock (_gate) _open.Clear(); }
            public void Run(List<object> source) { [|_open|].Enqueue(0); source.Add(this); }
        }
        """));
}
