using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// A location is atomic only if every access to it is: a plain store may undo an interlocked update, and a plain load may be torn, stale,
/// or hoisted out of a loop. Rust has no way to write it: the value in an AtomicU64 can only be reached through the atomic.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MixedAtomicAccess() : FearlessAnalyzer(Descriptors.FEAR6001_MixedAtomicAccess)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Atomics, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            if (member is not IFieldSymbol { IsVolatile: false } field)
                continue;
            var reported = new HashSet<SyntaxNode>();
            foreach (var mixed in MixedElements.In(facts, field))
            {
                if (reported.Add(mixed.Element.Syntax))
                    Report(context, mixed, field.Name + "[]");
            }

            // A base that counts its own field atomically, and a derived type that does not.
            var home = facts.IsOwn(field) ? facts : scope.TypeFacts.Of(field.ContainingType, context.CancellationToken) ?? facts;
            foreach (var call in StructCalls.In(facts, field, scope))
            {
                if (reported.Add(call.Call.Syntax))
                    Report(context, (call.Call, call.Atomic), call.Part.Name);
            }

            if (field.IsReadOnly || !(ConcurrencyEvidence.IsAtomic(home, field) || (home != facts && ConcurrencyEvidence.IsAtomic(facts, field))))
                continue;
            foreach (var access in facts.AccessesTo(field))
            {
                if (PlainAccess.IsUnsafe(access, field) && !PlainAccess.IsChosen(facts, access, field) && AtomicPartner.Of(facts, home, access, field) is { } atomic
                    && !SetUps.IsByMaker(access, facts) && !SetUps.IsStoreBefore(access, facts)
                    && reported.Add(access.Syntax))
                {
                    Report(context, access, atomic);
                }
            }
        }
    }

    private static void Report(SymbolContext context, StorageAccess access, StorageAccess atomic) =>
        Report(context, access.Member.Name, (access.Reference, access.IsWrite), atomic.Reference);

    private static void Report(SymbolContext context, (IOperation Element, IOperation Atomic) mixed, string name) =>
        Report(context, name, (mixed.Element, true), mixed.Atomic);

    private static void Report(SymbolContext context, string name, (IOperation Place, bool IsWrite) access, IOperation atomic)
    {
        var isInterlocked = atomic.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "Interlocked" or "ImmutableInterlocked" } };
        var by = isInterlocked ? "Interlocked" : "Volatile";
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR6001_MixedAtomicAccess,
            access.Place.Syntax.GetLocation(),
            [atomic.Syntax.GetLocation()],
            ImmutableDictionary<string, string?>.Empty.Add("By", by),
            name,
            access.IsWrite ? "written" : "read",
            by,
            atomic.Syntax.Line(),
            access.IsWrite ? "write" : "read"));
    }
}
