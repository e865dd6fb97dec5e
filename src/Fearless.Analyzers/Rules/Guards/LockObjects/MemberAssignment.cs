using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

internal enum AssignmentPhase
{
    /// <summary>In a constructor or init accessor, of the object under construction: <c>readonly</c> allows it.</summary>
    Construction,

    /// <summary>Before the object is shared, though not where <c>readonly</c> allows it; or one that changes no lock that is in use.</summary>
    Harmless,

    /// <summary>In a private method: construction, if constructors alone call it.</summary>
    Helper,

    Later,
}

/// <summary>An assignment of a field, property or captured constructor parameter.</summary>
internal sealed class MemberAssignment(ISymbol member, IOperation reference, IOperation? value, ISymbol within, AssignmentPhase phase)
{
    public ISymbol Member { get; } = member;

    public Location Location { get; } = reference.Syntax.GetLocation();

    public IOperation Reference { get; } = reference;

    public IOperation? Value { get; } = value;

    /// <summary>The member whose body it stands in.</summary>
    public ISymbol Within { get; } = within;

    public AssignmentPhase Phase { get; } = phase;

    public static MemberAssignment? Of(ISymbol member, IOperation reference, ISymbol within)
    {
        var form = MemberWrite.Of(reference, out var value);
        if (form == WriteForm.None)
            return null;

        // Without null there is no second lock object; locking null throws at once.
        var phase = form != WriteForm.Assignment || MemberWrite.IsNull(value) ? AssignmentPhase.Harmless : PhaseOf(member, reference, within);
        return new MemberAssignment(member, reference, value, within, phase);
    }

    private static AssignmentPhase PhaseOf(ISymbol member, IOperation reference, ISymbol within)
    {
        var receiver = (reference as IMemberReferenceOperation)?.Instance;
        if (receiver is IInstanceReferenceOperation { ReferenceKind: not InstanceReferenceKind.ContainingTypeInstance })
            return AssignmentPhase.Harmless; // new T { Gate = … }
        if (receiver is ILocalReferenceOperation local && LockTarget.Resolve(local) is { } source)
            return source.FreshLocal is not null || MakesCopy(source.Origin) ? AssignmentPhase.Harmless : AssignmentPhase.Later;
        if (receiver is not (null or IInstanceReferenceOperation) || within is not IMethodSymbol method || reference.EnclosingFunction() is not null)
            return AssignmentPhase.Later;
        if (IsConstruction(method) && method.IsStatic == member.IsStatic
            && SymbolEqualityComparer.Default.Equals(method.ContainingType.OriginalDefinition, member.ContainingType))
        {
            return AssignmentPhase.Construction;
        }

        if (IsDeserializationCallback(method))
            return AssignmentPhase.Harmless;
        return method is { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary } ? AssignmentPhase.Helper : AssignmentPhase.Later;
    }

    private static bool MakesCopy(IOperation origin) =>
        origin is IInvocationOperation call && call.TargetMethod.Name.EndsWith("Clone", System.StringComparison.Ordinal);

    private static bool IsConstruction(IMethodSymbol method) =>
        method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor || method.IsInitOnly;

    private static bool IsDeserializationCallback(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "OnDeserializingAttribute" or "OnDeserializedAttribute" })
                return true;
        }

        return false;
    }
}
