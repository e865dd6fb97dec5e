using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// Summaries of methods (RacerD's idea): the unsynchronised effects on what the caller can name, computed when somebody asks and remembered.
/// Calls are followed a few steps deep; that, and not a fixpoint, ends recursion, so an answer never depends on who asked first.
/// </summary>
internal sealed class CallEffects(Compilation compilation, TypeKnowledge types, BodyFactsCache bodies)
{
    private const int MaxDepth = 4;
    private const int MaxSteps = 5;

    private readonly ConcurrentDictionary<IMethodSymbol, ObjectFacts?> _bodies = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(IMethodSymbol Method, int Depth, bool IsRest), ImmutableArray<Effect>> _effects = new();
    private readonly MemberWord _words = new(types);

    /// <summary>What the call does to the objects that its surroundings can name.</summary>
    public List<Effect> Of(ObjectCall call) => Apply(call, MaxDepth, call.IsRest);

    private List<Effect> Apply(ObjectCall call, int depth, bool isRest)
    {
        var effects = new List<Effect>();
        var method = call.Method.OriginalDefinition;
        if (method.DeclaringSyntaxReferences.Length == 0 || !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, compilation.Assembly))
        {
            AddForeign(call, effects);
            return effects;
        }

        if (depth == 0 || method.IsAbstract || method.HasMarker("RequiresLockAttribute"))
            return effects;
        var isSafe = IsSafe(call);
        foreach (var effect in Summarize(method, depth, isRest))
        {
            // Somebody vouches for the object, not for what it is given.
            if (isSafe && effect.Path.Root is PathRoot.This or PathRoot.Static)
                continue;

            // What the rest of a call does to its own object is judged with all of the object's code.
            if (isRest && effect.Path.Root is PathRoot.This or PathRoot.Static)
                continue;
            if (Translate(effect.Path, call) is { } path && path.Steps.Length <= MaxSteps)
                effects.Add(new Effect(path, effect.IsSlot, effect.IsWrite, effect.Site, effect.Via.Insert(0, call.Point.Syntax)));
        }

        return effects;
    }

    /// <summary>Somebody vouches for the object.</summary>
    private bool IsSafe(ObjectCall call) =>
        call.Method is { IsStatic: false, ContainingType: { } type } && (types.Markers.Own(type) & (Marks.AssumeSync | Marks.Sync)) != 0;

    private void AddForeign(ObjectCall call, List<Effect> effects)
    {
        if (call.Receiver is { } receiver && _words.OnReceiver(call.Method, call.ReceiverType) is not MemberEffect.None and var word)
            effects.Add(new Effect(receiver, false, word == MemberEffect.Write, call.Point.Syntax, []));
        foreach (var given in call.Arguments)
        {
            if (MemberWord.OnArgument(call.Method, given.Parameter) is not MemberEffect.None and var toArgument && types.Judge(given.Type, Trait.Sync) != Verdict.Yes)
                effects.Add(new Effect(given.Path, false, toArgument == MemberEffect.Write, call.Point.Syntax, []));
        }
    }

    /// <param name="method">The method.</param>
    /// <param name="depth">How many calls to follow.</param>
    /// <param name="isRest">Only what it does after its first suspension.</param>
    private ImmutableArray<Effect> Summarize(IMethodSymbol method, int depth, bool isRest)
    {
        if (_effects.TryGetValue((method, depth, isRest), out var known))
            return known;
        var effects = ImmutableArray.CreateBuilder<Effect>();
        var seen = new HashSet<(AccessPath, bool, bool)>();
        if (_bodies.GetOrAdd(method, Read) is { } body)
        {
            foreach (var slot in body.Slots)
            {
                if (slot.Locks.IsEmpty && (slot.IsSuspended || !isRest) && slot.Context != ThreadContext.Unknown && SlotEffects.Matters(slot) && IsVisible(slot.Path) && seen.Add((slot.Path, SlotEffects.IsSlot(slot.Path), slot.IsWrite)))
                    effects.Add(new Effect(slot.Path, SlotEffects.IsSlot(slot.Path), slot.IsWrite, slot.Syntax, []));
            }

            foreach (var call in body.Calls)
            {
                if (!call.Point.Locks.IsEmpty || call.Point.Context == ThreadContext.Unknown)
                    continue;
                var ofRest = isRest && !call.Point.IsSuspended;
                if (ofRest && !GoesOn(call.Method))
                    continue;
                foreach (var effect in Apply(call, depth - 1, ofRest))
                {
                    if (IsVisible(effect.Path) && seen.Add((effect.Path, effect.IsSlot, effect.IsWrite)))
                        effects.Add(effect);
                }
            }
        }

        return _effects.GetOrAdd((method, depth, isRest), effects.ToImmutable());
    }

    /// <summary>A part of it may run when it has returned to its caller.</summary>
    private static bool GoesOn(IMethodSymbol method) =>
        method.IsAsync || (method.DeclaringSyntaxReferences.IsEmpty && method.Name.EndsWith("Async", System.StringComparison.Ordinal));

    private static bool IsVisible(AccessPath path) =>
        path.Root is PathRoot.This or PathRoot.Static || path.Variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } };

    private static AccessPath? Translate(AccessPath path, ObjectCall call)
    {
        switch (path.Root)
        {
            case PathRoot.Static:
                return path;
            case PathRoot.This:
                return call.Receiver?.Follow(Blurred(path.Steps));
            default:
                foreach (var given in call.Arguments)
                {
                    if (!SymbolEqualityComparer.Default.Equals(given.Parameter, path.Variable))
                        continue;

                    // Numbers among the arguments may say which part of the buffer is meant.
                    return path.Steps.Length > 0 && path.Steps[path.Steps.Length - 1].Member is null && call.HasNumbers ? null : given.Path.Follow(Blurred(path.Steps));
                }

                return null;
        }
    }

    /// <summary>A callee's indexes mean nothing to its caller: any element may be meant.</summary>
    private static ImmutableArray<PathStep> Blurred(ImmutableArray<PathStep> steps)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].Member is null && !int.TryParse(steps[i].Index, out _))
                steps = steps.SetItem(i, ObjectPaths.AnyElement);
        }

        return steps;
    }

    private ObjectFacts? Read(IMethodSymbol method)
    {
        var syntax = method.DeclaringSyntaxReferences[0].GetSyntax();
        if (!compilation.ContainsSyntaxTree(syntax.SyntaxTree))
            return null;
        var operation = SourceModels.Of(compilation, syntax.SyntaxTree).GetOperation(syntax);
        while (operation?.Parent is { } parent)
            operation = parent;
        // The block, as an operation-block action would be given it, so that the two share their facts.
        var block = operation is IMethodBodyBaseOperation whole ? (IOperation?)whole.BlockBody ?? whole.ExpressionBody : operation as IBlockOperation;
        return block is null ? null : bodies.Of(block, method, _ => GraphOf(operation!), CancellationToken.None)?.Objects;
    }

    private static ControlFlowGraph GraphOf(IOperation root) => root switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
        _ => ControlFlowGraph.Create((IBlockOperation)root),
    };
}
