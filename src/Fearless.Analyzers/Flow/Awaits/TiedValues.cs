using System;
using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>How closely a value belongs to its thread.</summary>
internal enum Tie
{
    None,

    /// <summary>Nothing of it may be touched elsewhere.</summary>
    Whole,

    /// <summary>Something in it may not.</summary>
    Part,

    /// <summary>An object of a user interface: it has members that lead back to its thread.</summary>
    Affine,
}

/// <summary>The variables, temporaries and fields of a function whose values belong to the thread that has them.</summary>
internal sealed class TiedValues
{
    private static readonly object _this = new();

    private readonly Dictionary<object, ITypeSymbol> _keys = [];
    private readonly Dictionary<IMethodSymbol, List<(object, string, ITypeSymbol)>> _captured = new(SymbolEqualityComparer.Default);
    private readonly Func<ITypeSymbol, Tie> _tieOf;

    public TiedValues(FunctionBody function, Func<ITypeSymbol, Tie> tieOf)
    {
        _tieOf = tieOf;
        foreach (var block in function.Cfg.Blocks)
        {
            foreach (var operation in block.Operations)
                Add(operation, function.Cfg);
            if (block.BranchValue is { } value)
                Add(value, function.Cfg);
        }
    }

    public IEnumerable<object> Keys => _keys.Keys;

    /// <summary>Those that a lambda uses, with what it calls them.</summary>
    public IEnumerable<(object Key, string Name, ITypeSymbol Type)> CapturedBy(IMethodSymbol lambda) => _captured.TryGetValue(lambda, out var captured) ? captured : [];

    /// <summary>A value that is kept, whether or not it has a name.</summary>
    public bool Counts(IOperation value, ITypeSymbol type) => value is not IInstanceReferenceOperation && _tieOf(type) is Tie.Whole or Tie.Part;

    /// <summary>What the value is followed by; null: it does not count.</summary>
    public object? KeyOf(IOperation? operation) => Key(operation) is { } key && _keys.ContainsKey(key) ? key : null;

    /// <summary>The member that hands work to the thread which an object belongs to, or asks about it.</summary>
    public bool IsSafe(IOperation operation)
    {
        var (instance, name) = operation switch
        {
            IMemberReferenceOperation member => (member.Instance, member.Member.Name),
            IInvocationOperation call => (call.Instance, call.TargetMethod.Name),
            _ => (null, ""),
        };
        return name is "Invoke" or "BeginInvoke" or "InvokeAsync" or "InvokeRequired" or "Dispatcher" or "DispatcherQueue" or "CheckAccess" or "TryEnqueue" or "IsDisposed" or "IsHandleCreated"
            && instance?.Type is { } type && _tieOf(type) == Tie.Affine;
    }

    private void Add(IOperation operation, ControlFlowGraph cfg)
    {
        if (operation is IFlowAnonymousFunctionOperation lambda)
        {
            AddCaptured(lambda, cfg);
            return;
        }

        if (Key(operation) is { } key && operation.Type is { } type && !_keys.ContainsKey(key) && IsTied(operation, type))
            _keys.Add(key, type);
        foreach (var child in operation.ChildOperations)
            Add(child, cfg);
    }

    private bool IsTied(IOperation operation, ITypeSymbol type) => _tieOf(type) switch
    {
        Tie.Whole => true,

        // An object's own members, and what the author of a window has added to it, are data like any other.
        Tie.Part or Tie.Affine => operation is not IInstanceReferenceOperation,
        _ => false,
    };

    private void AddCaptured(IFlowAnonymousFunctionOperation lambda, ControlFlowGraph cfg)
    {
        var found = new List<(object, string, ITypeSymbol)>();
        foreach (var operation in cfg.GetAnonymousFunctionControlFlowGraph(lambda, CancellationToken.None).OriginalOperation.Descendants())
        {
            if (Key(operation) is ISymbol symbol && operation is not IMemberReferenceOperation && operation.Type is { } type && _tieOf(type) is Tie.Whole or Tie.Part
                && !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, lambda.Symbol))
            {
                found.Add((symbol, symbol.Name, type));
                if (!_keys.ContainsKey(symbol))
                    _keys.Add(symbol, type);
            }
        }

        if (!_captured.ContainsKey(lambda.Symbol))
            _captured.Add(lambda.Symbol, found);
    }

    private static object? Key(IOperation? operation) => operation?.Unwrap() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFlowCaptureReferenceOperation capture => capture.Id,
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => _this,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field when !MemberShape.IsPerThread(field.Field) => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property when ObjectPaths.IsAuto(property.Property) => property.Property,
        _ => null,
    };
}
