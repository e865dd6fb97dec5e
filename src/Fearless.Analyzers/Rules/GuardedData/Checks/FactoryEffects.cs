using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>Finds what a factory must not do: an update of shared state, a start of work, a value that somebody must close.</summary>
internal static class FactoryEffects
{
    private const string Lazily = "store Lazy<T> values, and make each in its own", Atomically = "use Interlocked, a concurrent collection or a lock";

    public static FactoryEffect? Find(Factory factory, TypeFacts facts, CompilationScope scope)
    {
        if (Update(factory, facts, scope) is { } update)
            return update;
        foreach (var operation in factory.Code.DescendantsAndSelf())
        {
            if (!factory.Runs(operation))
                continue;
            switch (operation)
            {
                case IInvocationOperation { TargetMethod: { Name: "Start", ContainingType: { Name: "Thread" or "Process" } owner } } start
                    when owner.ContainingNamespace.IsNamed("System.Threading") || owner.ContainingNamespace.IsNamed("System.Diagnostics"):
                    return new FactoryEffect(start.Syntax, $"starts a {owner.Name.ToLowerInvariant()}", Lazily, FactoryWithEffects.Once);
                case IReturnOperation { ReturnedValue: { } value } when Made(value) is { } made:
                    return new FactoryEffect(made.Syntax, $"makes a '{made.Type!.Name}', which somebody must close", Lazily, FactoryWithEffects.Once);
            }
        }

        return null;
    }

    /// <summary>Of a field, or of the object in it.</summary>
    private static FactoryEffect? Update(Factory factory, TypeFacts facts, CompilationScope scope)
    {
        var uses = new ObjectUse(scope.Types.Catalog, scope.Effects);
        StorageAccess? first = null;
        foreach (var member in facts.Members)
        {
            if (!facts.IsOwn(member) || (TypeMarkers.OfStorage(member) & (Marks.GuardedBy | Marks.AssumeSync)) != 0 || MemberShape.IsPerThread(member))
                continue;
            foreach (var access in facts.AccessesTo(member))
            {
                if (access.Body == factory.Body && factory.Runs(access.Reference) && access.IsOnThis && !access.IsAtomic && !access.IsLocked && !access.HoldsStrangeLock
                    && (IsStep(access) || IsPlainChange(access, uses, scope)) && (first is null || Touches.Compare(access.Syntax, first.Syntax) < 0))
                {
                    first = access;
                }
            }
        }

        return first is null ? null
            : new FactoryEffect(first.Syntax, $"changes '{first.Member.Name}'", Atomically, IsStep(first) && first.Reference.UsedBy() is IIncrementOrDecrementOperation ? FactoryWithEffects.Step : null);
    }

    private static bool IsStep(StorageAccess access) =>
        access.IsWrite && !access.IsAlias && access.Member is IFieldSymbol field && AccessSyntax.IsReadModifyWrite(access.Reference, field.OriginalDefinition);

    private static bool IsPlainChange(StorageAccess access, ObjectUse uses, CompilationScope scope) =>
        ChangedValues.IsPlainCollection(MemberType.Of(access.Member)) && uses.Of(access.Reference) == ObjectEffect.Write && scope.Types.Judge(MemberType.Of(access.Member)!, Trait.Sync) == Verdict.No;

    private static IOperation? Made(IOperation value) => value.Unwrap() switch
    {
        IObjectCreationOperation { Type: { } type } made when ClosedTypes.MustBeClosed(type) => made,
        IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType.Name: "File", Name: "Open" or "OpenRead" or "OpenWrite" or "Create" or "OpenText" or "CreateText" or "AppendText" } } opened => opened,
        _ => null,
    };
}
