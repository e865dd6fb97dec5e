using System.Collections.Concurrent;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// Fields, properties and captured constructor parameters that are locked, and may be another object the next time. Which assignments
/// there are takes the whole type.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ReplacedLockObject() : FearlessAnalyzer(Descriptors.FEAR3001_UnsuitableLockObject)
{
    internal override void Register(AnalyzerRegistration registration)
    {
        var types = new ConcurrentDictionary<INamedTypeSymbol, LockMemberFacts>(SymbolEqualityComparer.Default);
        registration.RegisterSymbolStartAction(context => Start(context, types), SymbolKind.NamedType);
    }

    // 'private' reaches to the end of the outermost type, so its nested types are looked at with it: their ends come before its own.
    private static void Start(SymbolRegistration context, ConcurrentDictionary<INamedTypeSymbol, LockMemberFacts> types)
    {
        var outermost = Outermost((INamedTypeSymbol)context.Symbol);
        if (!LockText.Mentions(outermost, context.CancellationToken))
            return;

        var facts = types.GetOrAdd(outermost, static _ => new LockMemberFacts());
        context.RegisterOperationAction(operation => Collect(operation, outermost, facts), OperationKind.Lock, OperationKind.Invocation);
        context.RegisterOperationAction(
            operation => CollectAssignment(operation, facts),
            OperationKind.FieldReference, OperationKind.PropertyReference, OperationKind.ParameterReference);
        context.RegisterOperationAction(
            operation => CollectInitializer(operation.Operation, facts), OperationKind.FieldInitializer, OperationKind.PropertyInitializer);
        if (SymbolEqualityComparer.Default.Equals(outermost, context.Symbol))
            context.RegisterSymbolEndAction(end => Finish(end, facts));
    }

    private static void Collect(OperationContext context, INamedTypeSymbol outermost, LockMemberFacts facts)
    {
        if (!LockUse.TryGet(context.Operation, out var use) || !use.Acquires)
            return;

        var origin = LockTarget.Resolve(use.Target).Origin;
        if (LockMemberFacts.MemberOf(origin) is { } member && LockObjectTypes.FlawOf(origin.Type) == LockObjectFlaw.None && IsInside(member, outermost))
            facts.AddLock(member, use.Target);
    }

    private static void CollectAssignment(OperationContext context, LockMemberFacts facts)
    {
        var reference = context.Operation;
        if (reference.Type is not { IsReferenceType: true } || LockMemberFacts.MemberOf(reference) is not { } member)
            return;
        if (MemberAssignment.Of(member, reference, context.ContainingSymbol) is { } assignment)
            facts.AddAssignment(assignment);
    }

    private static void CollectInitializer(IOperation operation, LockMemberFacts facts)
    {
        if (operation is IFieldInitializerOperation { InitializedFields: { Length: 1 } fields } field)
            facts.AddInitializer(fields[0], field.Value);
        else if (operation is IPropertyInitializerOperation { InitializedProperties: { Length: 1 } properties } property)
            facts.AddInitializer(properties[0], property.Value);
    }

    private static void Finish(SymbolContext context, LockMemberFacts facts)
    {
        foreach (var ofMember in facts.GetLocked().GroupBy(static locked => locked.Key, SymbolEqualityComparer.Default))
        {
            var flaw = LockMemberFlaw.Of(ofMember.Key!, facts, context.CancellationToken, out var type, out var other);
            if (flaw != LockObjectFlaw.None)
                context.ReportDiagnostic(LockObjectReport.Create(flaw, [.. ofMember.Select(static locked => locked.Value)], type, other));
        }
    }

    private static bool IsInside(ISymbol member, INamedTypeSymbol outermost) =>
        member.ContainingType is { } type && SymbolEqualityComparer.Default.Equals(Outermost(type).OriginalDefinition, outermost);

    private static INamedTypeSymbol Outermost(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer)
            type = outer;
        return type;
    }
}
