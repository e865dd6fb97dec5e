using System.Threading.Tasks;
using Microsoft.CodeAnalysis.Testing;
using Xunit;
using VerifyCS = Microsoft.CodeAnalysis.CSharp.Testing.CSharpCodeFixVerifier<Fearless.Analyzers.UnmetTypeBound, Fearless.CodeFixes.UnmetTypeBoundFix, Microsoft.CodeAnalysis.Testing.DefaultVerifier>;

namespace Fearless.Analyzers.Tests.UnmetBoundRule;

public static class CodeFix
{
    [Fact]
    public static Task An_interface_that_says_nothing_is_marked() => VerifyCS.VerifyCodeFixAsync(
        TypeSources.With("/// <summary>A job.</summary>\npublic interface IJob { }\npublic static class P { public static void M(IJob job) => Need.Send({|FEAR1003:job|}); }"),
        TypeSources.With("/// <summary>A job.</summary>\n[Send]\npublic interface IJob { }\npublic static class P { public static void M(IJob job) => Need.Send(job); }"));

    [Fact]
    public static Task An_open_class_is_marked() => VerifyCS.VerifyCodeFixAsync(
        TypeSources.With("public class Job { }\npublic static class P { public static void M(Job job) { Need.Sync({|FEAR1003:job|}); Need.Sync({|FEAR1003:job|}); } }"),
        TypeSources.With("[Sync]\npublic class Job { }\npublic static class P { public static void M(Job job) { Need.Sync(job); Need.Sync(job); } }"));

    [Fact]
    public static Task What_is_refused_cannot_be_marked()
    {
        var source = TypeSources.With("public static class P { public static void M() => Need.Send({|FEAR1003:new Tied()|}); }");
        return VerifyCS.VerifyCodeFixAsync(source, source);
    }
}
