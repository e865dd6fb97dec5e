using System;
using System.Collections.Generic;
using System.Linq;
using Fearless.Analyzers.Flow;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Xunit;

namespace Fearless.Analyzers.Tests.Flow;

/// <summary>
/// Follows the value of the first call of <c>Load()</c> in one method. A call of <c>Use("x")</c> asks whether the value, or something that was made
/// from it, is in its second argument, and <c>Act("x")</c> whether the value decides that it runs.
/// </summary>
internal static class ValueFlow
{
    private const string Frame = """
        #pragma warning disable
        using System; using System.Collections.Generic; using System.Linq; using System.Threading;
        public sealed class Box { public object Part; public void Deconstruct(out int a, out int b) { a = 1; b = 2; } }
        public class Subject
        {
            private bool p;
            private Box Load() => null;
            private bool TryLoad(out Box box) { box = null; return true; }
            private int Size(object o) => 1;
            private void Use(string mark, object value) { }
            private void Act(string mark) { }
        """;

    public static void Assert(string method, string[] carried, string[] governed)
    {
        var compilation = InProcessBuild.Compile("Subject", [InProcessBuild.Parse(Frame + method + "}", "Subject.cs")], []);
        var tree = compilation.SyntaxTrees.First();
        var model = compilation.GetSemanticModel(tree);
        var declaration = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Last();
        var root = model.GetOperation(declaration)!;
        var calls = root.Descendants().OfType<IInvocationOperation>().ToList();
        var load = calls.First(static call => call.TargetMethod.Name is "Load" or "TryLoad");
        var sources = ValueSources.In(root);
        var trail = load.TargetMethod.Name == "Load" ? ValueTrail.Of(load, sources) : ValueTrail.OfAnswer(load, sources);
        var decisions = Decision.On(trail, root);
        Xunit.Assert.Equal(carried, Marks(calls, "Use", call => trail.IsIn(call.Arguments[1].Value)));
        Xunit.Assert.Equal(governed, Marks(calls, "Act", call => decisions.Exists(decision => decision.Governs(call))));
    }

    private static IEnumerable<string> Marks(List<IInvocationOperation> calls, string name, Func<IInvocationOperation, bool> isOne) =>
        calls.Where(call => call.TargetMethod.Name == name && isOne(call)).Select(static call => (string)call.Arguments[0].Value.ConstantValue.Value!);
}
