using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>What a body does with one local variable: the values that it gets, and the places that read it.</summary>
internal sealed class LocalUses
{
    private readonly ILocalSymbol _local;
    private readonly List<IOperation> _values = [];
    private readonly List<ILocalReferenceOperation> _reads = [];
    private bool _hasUnknownWrite;

    private LocalUses(ILocalSymbol local) => _local = local;

    public IReadOnlyList<ILocalReferenceOperation> Reads => _reads;

    public IReadOnlyList<IOperation> Values => _values;

    /// <summary>The one value that the variable ever has, or null.</summary>
    public IOperation? OnlyValue => !_hasUnknownWrite && _values.Count == 1 ? _values[0] : null;

    public bool OnlyFresh
    {
        get
        {
            if (_hasUnknownWrite || _values.Count == 0)
                return false;
            foreach (var value in _values)
            {
                if (!FreshObject.IsMadeBy(LockTarget.Unwrap(value)))
                    return false;
            }

            return true;
        }
    }

    public static LocalUses Of(ILocalSymbol local, IOperation within)
    {
        var root = within;
        while (root.Parent is { } parent)
            root = parent;

        var uses = new LocalUses(local);
        foreach (var operation in root.DescendantsAndSelf())
            uses.Add(operation);
        return uses;
    }

    /// <summary>A lambda or local function may run elsewhere and later: what it captures is shared.</summary>
    public bool IsCaptured(ILocalReferenceOperation read)
    {
        for (var parent = read.Parent; parent is not null; parent = parent.Parent)
        {
            var function = parent switch
            {
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                ILocalFunctionOperation nested => nested.Symbol,
                _ => null,
            };
            if (function is not null)
                return !SymbolEqualityComparer.Default.Equals(function, _local.ContainingSymbol);
        }

        return false;
    }

    private void Add(IOperation operation)
    {
        if (operation is IVariableDeclaratorOperation declarator)
        {
            if (Same(declarator.Symbol) && (declarator.Initializer ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer) is { } initializer)
                _values.Add(initializer.Value);
        }
        else if (operation is ILocalReferenceOperation reference && Same(reference.Local))
        {
            switch (MemberWrite.Of(reference, out var value))
            {
                case WriteForm.None:
                    _reads.Add(reference);
                    break;
                case WriteForm.Assignment when value is not null:
                    _values.Add(value);
                    break;
                default:
                    _hasUnknownWrite = true;
                    break;
            }
        }
    }

    private bool Same(ILocalSymbol other) => SymbolEqualityComparer.Default.Equals(_local, other);
}
