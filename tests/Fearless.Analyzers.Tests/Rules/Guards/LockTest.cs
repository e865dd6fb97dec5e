using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Fearless.Analyzers.Tests.Locks;

/// <summary>Members of a class that has locks of every kind.</summary>
internal static class LockTest<TAnalyzer, TFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TFix : CodeFixProvider, new()
{
    private const string Usings =
        "using System;\nusing System.Collections.Concurrent;\nusing System.Collections.Generic;\nusing System.Diagnostics.CodeAnalysis;\nusing System.Linq;\nusing System.Threading;\nusing System.Threading.Tasks;\n"
        + "using Fearless;\nusing Fearless.Async;\n\n";

    private const string Fields = """
            private readonly object _a = new(), _b = new();
            private readonly Lock _lock = new();
            private readonly ReaderWriterLockSlim _rw = new();
            private readonly ReaderWriterLockSlim _again = new(LockRecursionPolicy.SupportsRecursion);
            private readonly SemaphoreSlim _sem = new(1, 1);
            private readonly SemaphoreSlim _signal = new(0);
            private readonly System.Threading.Mutex _os = new();
            private readonly Fearless.Mutex<List<int>> _m = new([]);
            private readonly Fearless.Mutex<int> _n = new(0);
            private readonly RwLock<int> _r = new(0);
            private readonly AsyncMutex<int> _am = new(0);
            private readonly List<int> _list = [];
            private int _count;
            private bool C() => _count > 0;
            private void Work() { }

        """;

    public static Task Silent(string members) => Members(members);

    public static Task Members(string members) => Source(Class(members));

    public static Task Source(string source) => new CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier> { TestCode = Usings + source }.RunAsync();

    public static Task Fix(string members, string fixedMembers) => new CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier>
    {
        TestCode = Usings + Class(members),
        FixedCode = Usings + Class(fixedMembers),
    }.RunAsync();

    public static Task NoFix(string members) => Fix(members, members);

    public static Task Message(string member, string id, string message, DiagnosticSeverity severity = DiagnosticSeverity.Warning)
    {
        var test = new CSharpCodeFixTest<TAnalyzer, TFix, DefaultVerifier> { TestCode = Usings + Class(member) };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(id, severity).WithMessage(message).WithLocation(0));
        return test.RunAsync();
    }

    private static string Class(string members) => "#pragma warning disable CS0169, CS0414, CS0649\npublic sealed class Shop\n{\n" + Fields + members.TrimEnd('\n') + "\n}\n";
}
