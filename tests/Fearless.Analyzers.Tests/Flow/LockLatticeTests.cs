using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Fearless.Analyzers.Tests.Flow;

/// <summary>The laws that the fixpoint relies on, on states made at random; small ones, and ones beyond what is kept apart.</summary>
public sealed class LockLatticeTests
{
    private static readonly SyntaxNode[] _calls =
        [.. ((Microsoft.CodeAnalysis.CSharp.Syntax.BlockSyntax)SyntaxFactory.ParseStatement("{ a(); b(); c(); d(); e(); f(); }")).Statements];

    [Fact]
    public void Joining_is_idempotent() => ForAll(static (a, _, _) => AssertSame(a, Join(a, a)));

    [Fact]
    public void Joining_is_commutative() => ForAll(static (a, b, _) => AssertSame(Join(a, b), Join(b, a)));

    [Fact]
    public void Joining_is_associative() => ForAll(static (a, b, c) => AssertSame(Join(Join(a, b), c), Join(a, Join(b, c))));

    [Fact]
    public void What_is_joined_is_absorbed() => ForAll(static (a, b, _) => AssertSame(Join(a, b), Join(Join(a, b), b)));

    [Fact]
    public void An_ascending_chain_ends()
    {
        var random = new Random(7);
        var state = State(random);
        var changes = 0;
        for (var i = 0; i < 500; i++)
        {
            var next = Join(state, State(random));
            changes += FlowStateLattice.Instance.AreEqual(state, next) ? 0 : 1;
            state = next;
        }

        Assert.InRange(changes, 1, 40);
    }

    [Fact]
    public void What_must_be_held_only_gets_less() => ForAll(static (a, b, _) =>
    {
        var joined = Join(a, b).Locks.Must();
        Assert.All(joined, held => Assert.Contains(a.Locks.Must(), held.IsSameLock));
        Assert.All(joined, held => Assert.Contains(b.Locks.Must(), held.IsSameLock));
    });

    private static void ForAll(Action<FlowState, FlowState, FlowState> law)
    {
        var random = new Random(42);
        for (var i = 0; i < 300; i++)
            law(State(random), State(random), State(random));
    }

    private static FlowState Join(FlowState left, FlowState right) => FlowStateLattice.Instance.Join(left, right);

    private static void AssertSame(FlowState left, FlowState right) => Assert.True(FlowStateLattice.Instance.AreEqual(left, right));

    private static FlowState State(Random random)
    {
        var locks = World(random);
        for (var i = random.Next(8); i > 0; i--)
            locks = locks.Join(World(random));
        return new FlowState(locks, (ulong)random.Next(8), ImmutableHashSet.Create<ISymbol>(SymbolEqualityComparer.Default), random.Next(2) == 0);
    }

    private static LockState World(Random random)
    {
        // Two acquisitions for each of three locks, with and without a guard.
        var held = Enumerable.Range(0, _calls.Length).Where(_ => random.Next(3) == 0)
            .Select(i => new HeldLock(AccessPath.Opaque(i / 2), LockKind.Monitor, LockMode.Exclusive, _calls[i], i % 3 == 0 ? _calls[i] : null));
        var flags = new List<(string, bool)> { ("f", random.Next(2) == 0), ("g", random.Next(2) == 0) }.Where(_ => random.Next(2) == 0);
        var lent = random.Next(4) == 0 ? _calls[random.Next(_calls.Length)] : null;
        return LockState.Empty.Select(
            static (world, arg) => arg.flags.Aggregate(arg.held.Aggregate(world, static (w, h) => w.Acquire(h)), static (w, f) => w.With(f.Item1, f.Item2)),
            (held: held.ToList(), flags: flags.ToList()))
            .Select(static (world, lent) => lent is null ? world : world.Lend(new HeldLock(AccessPath.Opaque(0), LockKind.Monitor, LockMode.Exclusive, lent, null), lent), lent);
    }
}
