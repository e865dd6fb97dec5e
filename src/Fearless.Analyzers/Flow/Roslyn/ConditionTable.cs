using System.Collections.Generic;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Flow;

/// <summary>The conditions of a member that are tested more than once. The others are not worth keeping possibilities apart for.</summary>
internal sealed class ConditionTable
{
    private readonly Dictionary<ConditionKey, int> _counts = [];
    private readonly HashSet<ISymbol> _symbols = new(SymbolEqualityComparer.Default);

    public void Add(ControlFlowGraph cfg, FlowCaptures captures)
    {
        foreach (var block in cfg.Blocks)
        {
            if (block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is not { } condition)
                continue;
            while (condition.Unwrap() is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
                condition = not.Operand;
            if (KeyOf(condition, captures) is not { } key)
                continue;
            _counts.TryGetValue(key, out var count);
            _counts[key] = count + 1;
            if (count > 0)
                _symbols.UnionWith(key.Symbols);
        }
    }

    public bool IsRepeated(ConditionKey key) => _counts.TryGetValue(key, out var count) && count > 1;

    public bool Mentions(ISymbol symbol) => _symbols.Contains(symbol);

    /// <summary>Null: it is more than variables, fields, constants and comparisons.</summary>
    public ConditionKey? KeyOf(IOperation condition, FlowCaptures captures)
    {
        var text = new StringBuilder();
        var symbols = ImmutableArray.CreateBuilder<ISymbol>();
        return Write(condition, captures, text, symbols, 8) && symbols.Count > 0 ? new ConditionKey(text.ToString(), symbols.ToImmutable()) : null;
    }

    private static bool Write(IOperation? operation, FlowCaptures captures, StringBuilder text, ImmutableArray<ISymbol>.Builder symbols, int depth)
    {
        if (depth == 0)
            return false;
        switch (operation?.Unwrap())
        {
            case { ConstantValue: { HasValue: true, Value: var constant } }:
                text.Append('=').Append(constant);
                return true;
            case ILocalReferenceOperation local:
                return Add(local.Local);
            case IParameterReferenceOperation parameter:
                return Add(parameter.Parameter);
            case IInstanceReferenceOperation:
                text.Append('@');
                return true;
            case IFieldReferenceOperation field:
                return (field.Instance is null || Write(field.Instance, captures, text, symbols, depth - 1)) && Add(field.Field);
            case IPropertyReferenceOperation { Arguments.IsEmpty: true } property:
                return (property.Instance is null || Write(property.Instance, captures, text, symbols, depth - 1)) && Add(property.Property);
            case IFlowCaptureReferenceOperation capture:
                return Write(captures.ValueOf(capture.Id), captures, text, symbols, depth - 1);
            case IIsNullOperation isNull:
                text.Append("null?");
                return Write(isNull.Operand, captures, text, symbols, depth - 1);
            case IUnaryOperation { OperatorMethod: null } unary:
                text.Append(unary.OperatorKind).Append(' ');
                return Write(unary.Operand, captures, text, symbols, depth - 1);
            case IBinaryOperation { OperatorMethod: null } binary:
                text.Append('(');
                if (!Write(binary.LeftOperand, captures, text, symbols, depth - 1))
                    return false;
                text.Append(binary.OperatorKind);
                if (!Write(binary.RightOperand, captures, text, symbols, depth - 1))
                    return false;
                text.Append(')');
                return true;
            case IIsPatternOperation { Pattern: IConstantPatternOperation or INegatedPatternOperation or ITypePatternOperation or IRelationalPatternOperation } pattern:
                text.Append(pattern.Pattern.Syntax).Append('?');
                return Write(pattern.Value, captures, text, symbols, depth - 1);
            default:
                return false;
        }

        bool Add(ISymbol symbol)
        {
            text.Append('$');
            symbols.Add(symbol);
            return true;
        }
    }
}
