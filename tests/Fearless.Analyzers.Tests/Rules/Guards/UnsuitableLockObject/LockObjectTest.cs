using System.Collections.Generic;
using System.Threading.Tasks;
using Fearless.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Fearless.Analyzers.Tests.UnsuitableLockObjectRule;

/// <summary>Both analyzers of the rule together, as in a build: what one of them says, the other must not say again.</summary>
internal sealed class LockObjectTest : CSharpCodeFixTest<UnsuitableLockObject, UnsuitableLockObjectFix, DefaultVerifier>
{
    public const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Linq;\nusing System.Threading;\nusing System.Threading.Tasks;\n";

    public LockObjectTest()
    {
        GlobalOptions["build_property.FearlessAnalyzers"] = "true";
        MarkupOptions = MarkupOptions.UseFirstDescriptor; // Both report the same one.
    }

    /// <summary>Members of a class that everybody can see.</summary>
    public static Task Members(string members) => Source("public class Shop\n{\n" + members + "\n}\n");

    public static Task Source(string source) => new LockObjectTest { TestCode = Usings + source }.RunAsync();

    public static Task Message(string source, string message, params string[] others)
    {
        var test = new LockObjectTest { TestCode = Usings + source };
        var expected = new DiagnosticResult("FEAR3001", DiagnosticSeverity.Warning).WithMessage(message).WithLocation(0);
        for (var i = 0; i < others.Length; i++)
            expected = expected.WithLocation(i + 1);
        test.ExpectedDiagnostics.Add(expected);
        return test.RunAsync();
    }

    public static Task Fix(string source, string fixedSource, LanguageVersion version = LanguageVersion.CSharp13) =>
        RunFix(source, fixedSource, version);

    public static Task NoFix(string source) => RunFix(source, source, LanguageVersion.CSharp13);

    private static Task RunFix(string source, string fixedSource, LanguageVersion version)
    {
        var test = new LockObjectTest { TestCode = Usings + source, FixedCode = Usings + fixedSource };
        test.SolutionTransforms.Add((solution, id) =>
            solution.WithProjectParseOptions(id, ((CSharpParseOptions)solution.GetProject(id)!.ParseOptions!).WithLanguageVersion(version)));
        return test.RunAsync();
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => [new Fearless.Analyzers.UnsuitableLockObject(), new ReplacedLockObject()];
}
