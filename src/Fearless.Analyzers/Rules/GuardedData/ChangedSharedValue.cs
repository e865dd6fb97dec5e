using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>The dictionary is safe, what it holds is not: a plain collection that several threads get out of it and change.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ChangedSharedValue() : FearlessAnalyzer(Descriptors.FEAR4011_ChangedSharedValue)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Atomics, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        foreach (var member in facts.Members)
        {
            if (MemberType.Of(member) is not INamedTypeSymbol { Name: "ConcurrentDictionary", TypeArguments: { Length: 2 } arguments } type
                || !ConcurrencyEvidence.IsConcurrentCollection(type) || !ChangedValues.IsPlainCollection(arguments[1]))
            {
                continue;
            }

            var reported = new HashSet<SyntaxNode>();
            foreach (var access in facts.AccessesTo(member))
            {
                if (access.IsWrite || access.Locks.Count > 0 || !ConcurrencyEvidence.OverlapsItself(facts, access))
                    continue;
                foreach (var change in ValueChanges.Of(access))
                {
                    if (reported.Add(change.Syntax))
                        Report(context, member, change, access, arguments[1]);
                }
            }
        }
    }

    private static void Report(SymbolContext context, ISymbol member, IOperation change, StorageAccess access, ITypeSymbol value) =>
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR4011_ChangedSharedValue,
            change.Syntax.GetLocation(),
            [access.Syntax.GetLocation()],
            value.Name,
            member.Name,
            access.Syntax.Line()));
}
