using System;
using System.Collections.Immutable;
using System.Linq;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Fearless.Analyzers.Tests.Program;

/// <summary>The laws that the fixpoint over components relies on, on summaries made at random, the unknown one among them.</summary>
public sealed class AcquisitionLatticeTests
{
    private static readonly SyntaxNode[] _places =
        [.. ((Microsoft.CodeAnalysis.CSharp.Syntax.BlockSyntax)SyntaxFactory.ParseStatement("{ a(); b(); c(); d(); e(); f(); }")).Statements];

    private static readonly ISymbol[] _fields = [.. CSharpCompilation.Create("F", [SyntaxFactory.ParseSyntaxTree("class C { object a, b, c, d, e; }")])
        .GlobalNamespace.GetTypeMembers("C").Single().GetMembers().OfType<IFieldSymbol>()];

    [Fact]
    public void Joining_is_idempotent() => ForAll(static (a, _, _) => AssertSame(a, a.Join(a)));

    [Fact]
    public void Joining_is_commutative() => ForAll(static (a, b, _) => AssertSame(a.Join(b), b.Join(a)));

    [Fact]
    public void Joining_is_associative() => ForAll(static (a, b, c) => AssertSame(a.Join(b).Join(c), a.Join(b.Join(c))));

    [Fact]
    public void Nothing_adds_nothing_and_the_unknown_swallows_all() => ForAll(static (a, _, _) =>
    {
        AssertSame(a, a.Join(Acquisitions.None));
        AssertSame(Acquisitions.Unknown, a.Join(Acquisitions.Unknown));
    });

    private static void ForAll(Action<Acquisitions, Acquisitions, Acquisitions> law)
    {
        var random = new Random(42);
        for (var i = 0; i < 300; i++)
            law(Value(random), Value(random), Value(random));
    }

    private static Acquisitions Value(Random random)
    {
        if (random.Next(20) == 0)
            return Acquisitions.Unknown;
        var value = Acquisitions.None;
        for (var i = random.Next(4); i > 0; i--)
        {
            var field = _fields[random.Next(_fields.Length)];
            var path = random.Next(4) == 0 ? null : AccessPath.This.Member(field);
            var via = Enumerable.Range(0, random.Next(1, 4)).Select(_ => _places[random.Next(_places.Length)]).ToImmutableArray();
            value = value.Join(new Acquisitions([new AcquiredLock(path, field, LockKind.Monitor, (LockMode)random.Next(2), via)], random.Next(5) == 0 ? [AccessPath.This] : []));
        }

        return value;
    }

    private static void AssertSame(Acquisitions expected, Acquisitions actual) => Assert.True(expected.IsEqual(actual) && actual.IsEqual(expected));
}
