using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace Fearless.Analyzers.Tests.Flow;

/// <summary>
/// Runs the engine on one method and asks which locks are held for certain wherever <c>at.X</c> is read: every lock by its name, with its
/// mode if that is not exclusive. A read on several paths (a finally, a local function) counts as one, where what they agree on is held.
/// </summary>
internal static class HeldLocks
{
    private const string Frame = """
        #pragma warning disable
        using System; using System.Collections.Generic; using System.Linq; using System.Threading; using System.Threading.Tasks; using Fearless; using Fearless.Async;
        public sealed class Marks { public int A, B, C, D; }
        public sealed class Hold : IDisposable
        {
            private readonly object _gate;
            public Hold(object gate) { _gate = gate; Monitor.Enter(_gate); }
            public void Dispose() => Monitor.Exit(_gate);
        }
        public readonly ref struct LetGo
        {
            private readonly Lock _gate;
            public LetGo(Lock gate) { _gate = gate; _gate.Exit(); }
            public void Dispose() => _gate.Enter();
        }
        public sealed class Adopt(SemaphoreSlim sem) : IDisposable { public void Dispose() => sem.Release(); }
        public class Subject
        {
            private readonly object a = new(), b = new();
            private readonly Lock l = new();
            private readonly ReaderWriterLockSlim rw = new();
            private readonly SemaphoreSlim sem = new(1, 1);
            private readonly System.Threading.Mutex os = new();
            private SpinLock spin = new();
            private readonly Fearless.Mutex<int> m = new(0), n = new(0);
            private readonly RwLock<int> r = new(0);
            private readonly AsyncMutex<int> am = new(0);
            private readonly Marks at = new();
            private bool P() => true;
            private void Use(int mark) { }
            private void In() => Monitor.Enter(a);
            private void Out() => Monitor.Exit(a);
            private Hold Take() => new Hold(a);
            [AcquiresLock(nameof(b))] private void InB() { Use(1); Monitor.Enter(b); Use(2); }
            private void InBoth() { if (P()) { Monitor.Enter(a); Monitor.Enter(b); } else { Monitor.Enter(b); Monitor.Enter(a); } }
            private void InSome() { if (P()) { Monitor.Enter(a); Monitor.Enter(b); } else { Monitor.Enter(b); } }
            [ReleasesLock(nameof(b))] private void OutB() { Use(1); Monitor.Exit(b); Use(2); }
            [AcquiresLock(nameof(rw), Shared = true)] private void InRead() => rw.EnterReadLock();
            [AcquiresLock(nameof(b))] private bool TryInB() => P() && Monitor.TryEnter(b);
        """;

    /// <param name="method">A whole method of a class that has a lock of every kind.</param>
    /// <param name="expected">For each mark, in order: <c>"A: a, b"</c>, <c>"B:"</c> for nothing.</param>
    public static void Assert(string method, params string[] expected)
    {
        var facts = Analyse(method);
        var actual = facts.Accesses
            .Where(static access => access.Path.LastMember is IFieldSymbol { ContainingType.Name: "Marks" })
            .GroupBy(static access => access.Path.LastMember!.Name)
            .OrderBy(static mark => mark.Key, StringComparer.Ordinal)
            .Select(static mark => $"{mark.Key}: {string.Join(", ", Common(mark))}".TrimEnd());
        Xunit.Assert.Equal(string.Join('\n', expected), string.Join('\n', actual));
    }

    /// <summary>The leaks, as "lock: how".</summary>
    public static void AssertLeaks(string method, params string[] expected) => Xunit.Assert.Equal(
        expected,
        Analyse(method).Leaks.Select(static leak => $"{leak.Held.Path}: {(leak.OnException ? "exception" : leak.OnEveryPath ? "always" : "sometimes")}").Order(StringComparer.Ordinal));

    private static BodyFacts Analyse(string method)
    {
        var tree = InProcessBuild.Parse(Frame + "\n" + method + "\n}", "Subject.cs");
        var compilation = InProcessBuild.Compile(
            "Subject", [tree], [MetadataReference.CreateFromFile(typeof(SendAttribute).Assembly.Location), .. UnreleasedGuardRule.RuntimeToCome.References]);
        Xunit.Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        var model = compilation.GetSemanticModel(tree);
        var declaration = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Last();
        var operation = (IMethodBodyOperation)model.GetOperation(declaration)!;
        var graph = ControlFlowGraph.Create(operation);
        var body = operation.BlockBody ?? operation.ExpressionBody!;
        var facts = BodyAnalysis.Run(body, model.GetDeclaredSymbol(declaration)!, _ => graph, new MethodSummaries(compilation, new Failures()), CancellationToken.None);
        Xunit.Assert.True(facts is not null, "the engine gave up");
        return facts!;
    }

    private static IEnumerable<string> Common(IEnumerable<AccessFact> accesses) => accesses
        .Select(static access => access.Locks.Select(Describe))
        .Aggregate(static (left, right) => left.Intersect(right)).Distinct().Order(StringComparer.Ordinal);

    private static string Describe(HeldLock held) => held.Mode switch
    {
        LockMode.Shared => held.Path + " shared",
        LockMode.Upgradeable => held.Path + " upgradeable",
        _ => held.Path.ToString(),
    };
}
