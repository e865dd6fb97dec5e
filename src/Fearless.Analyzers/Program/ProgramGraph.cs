using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Program;

/// <summary>
/// Who calls whom in the compilation. Made as far as somebody asks: a function's body is bound when its node is, and no sooner.
/// </summary>
internal sealed class ProgramGraph(Compilation compilation, BodyFactsCache facts, Implementations implementations)
{
    private static readonly PathResolver _noNames = new(new VariableTable(), null);

    private readonly FunctionBodies _bodies = new(compilation, facts);
    private readonly CallTargets _targets = new(compilation, implementations);
    private readonly ConcurrentDictionary<FunctionKey, ProgramFunction?> _functions = new();
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<FunctionKey>> _parts = new(SymbolEqualityComparer.Default);

    public ProgramBody? BodyOf(IMethodSymbol method, CancellationToken cancellation) => _bodies.Of(method, cancellation);

    /// <summary>Null: its code is not in sight, or beyond the engine.</summary>
    public ProgramFunction? FunctionOf(FunctionKey key, CancellationToken cancellation) =>
        _functions.TryGetValue(key, out var known) ? known : _functions.GetOrAdd(key, Read(key, cancellation));

    /// <summary>The method's own code, then each piece of work that it starts and each function that it gives away.</summary>
    public ImmutableArray<FunctionKey> PartsOf(IMethodSymbol method, CancellationToken cancellation)
    {
        method = method.OriginalDefinition;
        if (_parts.TryGetValue(method, out var known))
            return known;
        var parts = ImmutableArray.CreateBuilder<FunctionKey>();
        if (_bodies.Of(method, cancellation) is { } body)
        {
            parts.Add(new FunctionKey(method));
            foreach (var site in body.Facts.Spawns)
                parts.Add(new FunctionKey(method, site));
            foreach (var node in body.Root.Syntax.DescendantNodes())
            {
                if (FunctionSyntax.IsFunction(node) && FunctionSyntax.Outermost(node) == node)
                    parts.Add(new FunctionKey(method, node));
            }
        }

        return _parts.GetOrAdd(method, parts.ToImmutable());
    }

    private ProgramFunction? Read(FunctionKey key, CancellationToken cancellation)
    {
        if (_bodies.Of(key.Method, cancellation) is not { } body)
            return null;
        var records = ImmutableArray.CreateBuilder<ObjectCall>();
        var calls = new List<ProgramCall>();
        if (key.Part is null && ImplicitBase(key.Method, body) is { } constructor)
            calls.Add(constructor);
        foreach (var record in body.Facts.Objects.Calls)
        {
            if (!ReferenceEquals(ProgramFunction.PartOf(record.Point.Context, record.Point.Syntax), key.Part))
                continue;
            records.Add(record);
            if (Read(record, cancellation) is { } call)
                calls.Add(call);
        }

        calls.Sort(static (left, right) => SourceOrder.Compare(left.Syntax, right.Syntax));
        return new ProgramFunction(key, body, records.ToImmutable(), [.. calls]);
    }

    private ProgramCall? Read(ObjectCall record, CancellationToken cancellation)
    {
        // A local function that is called here was run in line.
        if (record.Method.MethodKind == MethodKind.LocalFunction)
            return null;
        var targets = _targets.Of(record, out var isComplete, cancellation);
        if (targets.IsEmpty)
            return null;
        var runsLater = record.IsRest || (IsAsync(targets) && !CallUse.IsWaitedFor(record.Shape.Call)) || (IsIterator(targets, cancellation) && !CallUse.IsConsumed(record.Shape.Call));
        return new ProgramCall(record, runsLater ? CallTiming.Later : CallTiming.Now, targets, isComplete);
    }

    private static bool IsAsync(ImmutableArray<CallTarget> targets)
    {
        foreach (var target in targets)
        {
            if (target.Function.Method.IsAsync)
                return true;
        }

        return false;
    }

    private bool IsIterator(ImmutableArray<CallTarget> targets, CancellationToken cancellation)
    {
        foreach (var target in targets)
        {
            if (_bodies.Of(target.Function.Method, cancellation) is { IsIterator: true })
                return true;
        }

        return false;
    }

    /// <summary>A constructor that does not say so calls its base's.</summary>
    private static ProgramCall? ImplicitBase(IMethodSymbol method, ProgramBody body)
    {
        if (body.Root is not IConstructorBodyOperation { Initializer: null } || method.ContainingType.BaseType is not { SpecialType: SpecialType.None } parent)
            return null;
        foreach (var constructor in parent.InstanceConstructors)
        {
            if (!constructor.Parameters.IsEmpty || constructor.DeclaringSyntaxReferences.IsEmpty)
                continue;
            var point = new AccessFact(AccessPath.This, AccessKind.Read, body.Root.Syntax, ThreadContext.Main, FlowState.Initial);
            var record = new ObjectCall(constructor, AccessPath.This, parent, [], point, new CallShape(constructor, null, [], body.Root.Syntax), _noNames);
            return new ProgramCall(record, CallTiming.Now, [new CallTarget(new FunctionKey(constructor.OriginalDefinition), new Binding(AccessPath.This, []))], isComplete: true);
        }

        return null;
    }
}
