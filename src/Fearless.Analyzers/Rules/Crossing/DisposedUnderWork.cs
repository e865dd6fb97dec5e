using System.Globalization;
using Fearless.Analyzers.Sharing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// A type disposes what its own timer, loop or task still uses: to stop a timer, or to ask a loop to end, is not to have waited for it.
/// In Rust the work owns or borrows what it uses, and the owner cannot go first (E0505, E0597).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DisposedUnderWork() : FearlessAnalyzer(Descriptors.FEAR2010_DisposedUnderWork)
{
    internal override void Register(AnalyzerRegistration registration) => registration.ForTypes(TypeTraits.Any, Check);

    private static void Check(SymbolContext context, TypeFacts facts, CompilationScope scope)
    {
        var races = new DisposalRaces(facts, scope.Summaries);
        foreach (var member in facts.Members)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (member is not (IFieldSymbol or IPropertySymbol) || !facts.IsOwn(member))
                continue;
            foreach (var race in races.Of(member))
                context.ReportDiagnostic(Finding(member, race));
        }
    }

    private static Diagnostic Finding(ISymbol member, DisposalRace race)
    {
        var start = race.Work.Start!.GetLocation();
        return Diagnostic.Create(
            Descriptors.FEAR2010_DisposedUnderWork,
            race.Use.Syntax.GetLocation(),
            [start, race.Disposal.Syntax.GetLocation()],
            FixFacts.Of(race.Work.Site!, isWithItself: false),
            member.Name,
            Line(start),
            race.Disposal.Body.Owner.Name,
            race.Disposal.Syntax.Line().ToString(CultureInfo.InvariantCulture));
    }

    private static string Line(Location location) => (location.GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);
}
