using System;
using System.Linq;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Fearless.Analyzers.Tests.Flow;

/// <summary>The laws of the two small lattices: what was moved, and what is older than an await.</summary>
public sealed class AwaitLatticeTests
{
    private static readonly SyntaxNode[] _places = [.. ((BlockSyntax)SyntaxFactory.ParseStatement("{ a(); b(); c(); }")).Statements];

    [Fact]
    public void Joining_is_idempotent_commutative_and_associative() => ForAll(static (a, b, c) =>
    {
        AssertSame(a, Join(a, a));
        AssertSame(Join(a, b), Join(b, a));
        AssertSame(Join(Join(a, b), c), Join(a, Join(b, c)));
        AssertSame(Join(a, b), Join(Join(a, b), b));
    });

    [Fact]
    public void What_is_gone_on_one_path_is_gone_after_the_join() => ForAll(static (a, b, _) =>
    {
        foreach (var variable in Variables())
            Assert.Equal(a.Older.MovedAt(variable) is not null || b.Older.MovedAt(variable) is not null, Join(a, b).Older.MovedAt(variable) is not null);
        Assert.Equal(a.IsFree || b.IsFree, Join(a, b).IsFree);
    });

    [Fact]
    public void A_new_value_is_not_gone() => ForAll(static (a, _, _) =>
    {
        foreach (var variable in Variables())
            Assert.Null(a.Older.Renew(variable).MovedAt(variable));
    });

    private static void ForAll(Action<AwaitState, AwaitState, AwaitState> law)
    {
        var random = new Random(11);
        for (var i = 0; i < 300; i++)
            law(State(random), State(random), State(random));
    }

    private static AwaitState Join(AwaitState left, AwaitState right) => AwaitLattice.Instance.Join(left, right);

    private static void AssertSame(AwaitState left, AwaitState right) => Assert.True(AwaitLattice.Instance.AreEqual(left, right));

    private static string[] Variables() => ["x", "y", "z"];

    private static AwaitState State(Random random) => new(
        Variables().Where(_ => random.Next(2) == 0).Aggregate(MoveState.Empty, (state, variable) => state.Move(variable, _places[random.Next(_places.Length)])),
        random.Next(2) == 0);
}
