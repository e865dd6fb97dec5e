using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// What one outermost type, with its nested types and all its parts, does with members: which it locks, and where it assigns them.
/// Operations arrive concurrently, and once more when an editor asks about another of the type's documents: each syntax node counts once.
/// </summary>
internal sealed class LockMemberFacts
{
    private readonly object _gate = new();
    private readonly Dictionary<SyntaxNode, KeyValuePair<ISymbol, IOperation>> _locked = [];
    private readonly Dictionary<SyntaxNode, MemberAssignment> _assignments = [];
    private readonly Dictionary<ISymbol, IOperation> _initializers = new(SymbolEqualityComparer.Default);

    public List<KeyValuePair<ISymbol, IOperation>> GetLocked()
    {
        lock (_gate)
            return [.. _locked.Values];
    }

    public List<MemberAssignment> GetAssignments(ISymbol member)
    {
        var assignments = new List<MemberAssignment>();
        lock (_gate)
        {
            foreach (var assignment in _assignments.Values)
            {
                if (SymbolEqualityComparer.Default.Equals(assignment.Member, member))
                    assignments.Add(assignment);
            }
        }

        return assignments;
    }

    public IOperation? GetInitializer(ISymbol member)
    {
        lock (_gate)
            return _initializers.TryGetValue(member, out var value) ? value : null;
    }

    public void AddInitializer(ISymbol member, IOperation value)
    {
        lock (_gate)
            _initializers[member] = value;
    }

    public void AddLock(ISymbol member, IOperation target)
    {
        lock (_gate)
            _locked[target.Syntax] = new(member, target);
    }

    public void AddAssignment(MemberAssignment assignment)
    {
        lock (_gate)
            _assignments[assignment.Reference.Syntax] = assignment;
    }

    /// <summary>The member behind a locked expression, as it is declared: generic types are one type for their source.</summary>
    public static ISymbol? MemberOf(IOperation operation) => operation switch
    {
        IFieldReferenceOperation field => field.Field.OriginalDefinition,
        IPropertyReferenceOperation { Arguments.Length: 0 } property => property.Property.OriginalDefinition,
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } parameter } => parameter,
        IInvocationOperation call => call.TargetMethod.OriginalDefinition,
        _ => null,
    };
}
