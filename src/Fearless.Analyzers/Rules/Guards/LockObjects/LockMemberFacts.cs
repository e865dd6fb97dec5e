using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// What one outermost type, with its nested types and all its parts, does with members: which it locks, and where it assigns them.
/// Operations arrive concurrently.
/// </summary>
internal sealed class LockMemberFacts
{
    private readonly object _gate = new();
    private readonly List<KeyValuePair<ISymbol, IOperation>> _locked = [];
    private readonly Dictionary<ISymbol, List<MemberAssignment>> _assignments = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _initializers = new(SymbolEqualityComparer.Default);

    /// <summary>Read when the type is finished.</summary>
    public IReadOnlyList<KeyValuePair<ISymbol, IOperation>> Locked => _locked;

    public IReadOnlyList<MemberAssignment> AssignmentsOf(ISymbol member) => _assignments.TryGetValue(member, out var list) ? list : [];

    public IOperation? InitializerOf(ISymbol member) => _initializers.TryGetValue(member, out var value) ? value : null;

    public void AddInitializer(ISymbol member, IOperation value)
    {
        lock (_gate)
            _initializers[member] = value;
    }

    public void AddLock(ISymbol member, IOperation target)
    {
        lock (_gate)
            _locked.Add(new(member, target));
    }

    public void AddAssignment(MemberAssignment assignment)
    {
        lock (_gate)
        {
            if (!_assignments.TryGetValue(assignment.Member, out var list))
                _assignments.Add(assignment.Member, list = []);
            list.Add(assignment);
        }
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
