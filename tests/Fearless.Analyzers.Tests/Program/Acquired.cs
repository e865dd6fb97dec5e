using System;
using System.Linq;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Program;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Fearless.Analyzers.Tests.Program;

/// <summary>Asks what the method <c>Subject.M</c> acquires, callees included: each lock by its name, or by its class in angle brackets if M has no name for it.</summary>
internal static class Acquired
{
    private const string Frame = """
        #pragma warning disable
        using System; using System.Collections.Generic; using System.Linq; using System.Threading; using System.Threading.Tasks;
        public class Node
        {
            public readonly object Gate = new();
            public Node Next;
            public void Touch() { lock (Gate) { } }
            public virtual void Turn() { lock (Gate) { } }
            public int Size { get { lock (Gate) return 1; } set { lock (Gate) { } } }
            public int this[int i] { get { lock (Gate) return i; } }
            public event Action Changed { add { lock (Gate) { } } remove { } }
            public static Node operator +(Node a, Node b) { lock (a.Gate) return b; }
            public static implicit operator int(Node n) { lock (n.Gate) return 1; }
            public void Deconstruct(out int x, out int y) { lock (Gate) x = y = 0; }
        }
        public sealed class Leaf : Node { private readonly object _leaf = new(); public override void Turn() { lock (_leaf) { } } }
        public sealed class Hold : IDisposable { public static readonly object Held = new(); public void Dispose() { lock (Held) { } } }
        public sealed class Bag { public static readonly object Full = new(); public Walk GetEnumerator() => new(); public void Add(int i) { lock (Full) { } } }
        public sealed class Items : System.Collections.IEnumerable { public void Add(int i) { lock (Bag.Full) { } } public System.Collections.IEnumerator GetEnumerator() => null; }
        public sealed class Walk { public static readonly object Step = new(); public int Current => 0; public bool MoveNext() { lock (Step) return false; } }
        public class Made { public static readonly object Born = new(); public Made() { lock (Born) { } } }
        public sealed class Later { public static readonly object Wait = new(); public LaterAwaiter GetAwaiter() { lock (Wait) return new(); } }
        public sealed class LaterAwaiter : System.Runtime.CompilerServices.INotifyCompletion
        { public bool IsCompleted => true; public void GetResult() { } public void OnCompleted(Action a) { } }
        internal interface IOne { void Do(); }
        internal sealed class One : IOne { public static readonly object Only = new(); public void Do() { lock (Only) { } } }
        public partial class Subject
        {
            private readonly object a = new(), b = new();
            private static readonly object s = new();
            private readonly Lock l = new();
            private readonly SemaphoreSlim sem = new(1, 1);
            private readonly ReaderWriterLockSlim rw = new();
            private readonly Lazy<int> lazy = new(() => 1);
            private Action later;
            private bool P() => true;
            private void A() { lock (a) { } }
            private void B() { lock (b) { } }
            private void TakesA() => Monitor.Enter(a);
            private void GivesA() { Monitor.Exit(a); B(); Monitor.Enter(a); }
            private static void Take(object gate) { lock (gate) { } }
            private async Task Slow() { await Task.Yield(); lock (a) { } }
            private IEnumerable<int> Each() { lock (a) yield return 1; }
        """;

    public static void Assert(string members, params string[] expected)
    {
        var tree = InProcessBuild.Parse(Frame + "\n" + members + "\n}", "Subject.cs");
        var compilation = InProcessBuild.Compile("Subject", [tree]);
        Xunit.Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        var summaries = new MethodSummaries(compilation, new Failures());
        var graph = new ProgramGraph(compilation, new BodyFactsCache(summaries, new Failures()), summaries.Implementations);
        var solver = new SummarySolver<Acquisitions>(graph, new AcquisitionDomain());
        var method = compilation.GetTypeByMetadataName("Subject")!.GetMembers("M").OfType<IMethodSymbol>().Single();
        var found = solver.Of(new FunctionKey(method), CancellationToken.None);

        // Who asks first must not matter: once more, from the other end.
        var other = new SummarySolver<Acquisitions>(graph, new AcquisitionDomain());
        foreach (var member in compilation.GetTypeByMetadataName("Subject")!.GetMembers().OfType<IMethodSymbol>().Reverse())
            other.Of(new FunctionKey(member), CancellationToken.None);
        Xunit.Assert.True(found.IsEqual(other.Of(new FunctionKey(method), CancellationToken.None)), "depends on who asks first");
        Xunit.Assert.Equal(string.Join('\n', expected), string.Join('\n', Describe(found)));
    }

    private static string[] Describe(Acquisitions found) => found.IsUnknown
        ? ["unknown"]
        : [.. found.Acquired.Select(Describe).Concat(found.Freed.Select(static path => "frees " + path)).Order(StringComparer.Ordinal)];

    private static string Describe(AcquiredLock acquired) =>
        (acquired.Path?.ToString() ?? $"<{acquired.Class?.ContainingType?.Name}.{acquired.Class?.Name}>") + (acquired.Mode == LockMode.Exclusive ? "" : " " + acquired.Mode.ToString().ToLowerInvariant());
}
