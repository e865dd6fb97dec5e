using System.Collections.Generic;
using System.Threading.Tasks;
using Fearless.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Fearless.Analyzers.Tests.UnreleasedGuardRule;

internal sealed class GuardTest : CSharpCodeFixTest<UnreleasedGuard, UnreleasedGuardFix, DefaultVerifier>
{
    public const string Usings =
        "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Threading;\nusing System.Threading.Tasks;\n"
        + "using Fearless;\nusing Fearless.Async;\n";

    private const string Fields = """
            private readonly Fearless.Mutex<int> _m = new(0);
            private readonly Fearless.Mutex<int> _n = new(0);
            private readonly Fearless.Mutex<List<int>> _samples = new([]);
            private readonly RwLock<List<int>> _rw = new([]);
            private readonly AsyncMutex<int> _am = new(0);
            private readonly AsyncRwLock<int> _arw = new(0);
            private readonly Lock _gate = new();
            private readonly Condvar _changed = new();
            private bool C() => true;
            private void Work() { }

        """;

    public GuardTest() => TestState.AdditionalReferences.AddRange(RuntimeToCome.References);

    /// <summary>Members of a class that has locks of every kind.</summary>
    public static Task Members(string members) => Source(Class(members));

    public static Task Source(string source) => new GuardTest { TestCode = Usings + source }.RunAsync();

    public static Task Message(string member, string id, string message)
    {
        var test = new GuardTest { TestCode = Usings + Class(member) };
        test.ExpectedDiagnostics.Add(new DiagnosticResult(id, id == "FEAR3002" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning)
            .WithMessage(message).WithLocation(0));
        return test.RunAsync();
    }

    /// <summary>Whole members, as they stand in a class.</summary>
    public static Task Fix(string members, string fixedMembers) => FixSource(Class(members), Class(fixedMembers));

    public static Task FixSource(string source, string fixedSource) =>
        new GuardTest { TestCode = Usings + source, FixedCode = Usings + fixedSource }.RunAsync();

    /// <summary>Nothing is offered for the first of them; where a fix would not compile or not help.</summary>
    public static Task NoFix(string members) => FixSource(Class(members), Class(members));

    private static string Class(string members) => "public sealed class Shop\n{\n" + Fields + members.TrimEnd('\n') + "\n}\n";
}
