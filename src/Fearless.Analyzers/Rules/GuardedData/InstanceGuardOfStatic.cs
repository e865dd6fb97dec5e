using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>A static member is changed under a lock that each instance has for itself: two instances do not exclude each other.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InstanceGuardOfStatic() : FearlessAnalyzer(Descriptors.FEAR4004_InstanceGuardOfStatic)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Locks, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!member.IsStatic || !facts.IsOwn(member) || (TypeMarkers.OfStorage(member) & (Marks.GuardedBy | Marks.AssumeSync)) != 0 || MemberShape.IsPerThread(member))
                continue;
            var reported = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
            foreach (var touch in Touches.Of(member, facts, scope))
            {
                if (touch.IsWrite && !touch.Access.IsAtomic && touch.Access.Context != ThreadContext.Unknown && LockOfInstance(touch.Access) is { } name
                    && reported.Add(touch.Access.Body.Owner))
                {
                    Report(context, member, touch, name);
                }
            }
        }
    }

    /// <summary>The only locks that are held belong to an instance.</summary>
    private static LockName? LockOfInstance(StorageAccess access)
    {
        LockName? found = null;
        foreach (var name in access.Locks)
        {
            if (name.Scope == LockScope.Static || IsShared(name))
                return null;
            found = name;
        }

        return found;
    }

    /// <summary>The lock was handed in from outside, and may be one for all.</summary>
    private static bool IsShared(LockName name) => name.LockClass switch
    {
        IFieldSymbol field => !HasOwnInitializer(field),
        IPropertySymbol => true,
        _ => false,
    };

    private static bool HasOwnInitializer(IFieldSymbol field)
    {
        foreach (var reference in field.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax { Initializer: not null })
                return true;
        }

        return false;
    }

    private static void Report(SymbolContext context, ISymbol member, Touch touch, LockName name)
    {
        var gate = name.LockClass;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR4004_InstanceGuardOfStatic,
            touch.Syntax.GetLocation(),
            gate is null ? ImmutableArray<Location>.Empty : ImmutableArray.Create(gate.Locations[0]),
            ImmutableDictionary<string, string?>.Empty.Add(GuardFacts.LockKey, gate?.Name),
            member.Name,
            name.ToString()));
    }
}
