using System.Collections.Generic;
using System.Collections.Immutable;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// What a piece of work captures, is given, or runs on crosses over to its thread, so it must be Send (Rust's E0277 on <c>thread::spawn</c>).
/// A parameter marked <c>[Spawned]</c> asks for proof; for the framework's own ways to start work only what is marked as tied to its thread counts.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotSendCrossing() : FearlessAnalyzer(Descriptors.FEAR2003_NotSendCrossing)
{
    /// <summary>Diagnostic property: the marker that would settle it, on the symbol that the first additional location shows.</summary>
    internal const string MarkKey = "mark";

    internal override void Register(AnalyzerRegistration registration)
    {
        var types = registration.Scope.Types;
        if (!types.HasMarkers)
            return;
        registration.RegisterOperationBlockAction(context => Check(context, types));
    }

    private static void Check(BodyContext context, TypeKnowledge types)
    {
        foreach (var block in context.OperationBlocks)
        {
            foreach (var operation in block.Descendants())
            {
                if (operation is IArgumentOperation { Parameter: { } parameter, Parent: { } call } argument && IsDelegate(parameter.Type) && SpawnCatalog.Of(parameter) is { Thread: null } description)
                    Check(context, argument, call, types, description.IsContract);
            }
        }
    }

    private static bool IsDelegate(ITypeSymbol type) =>
        type.TypeKind == TypeKind.Delegate || (type is IArrayTypeSymbol array && array.ElementType.TypeKind == TypeKind.Delegate);

    private static void Check(BodyContext context, IArgumentOperation argument, IOperation call, TypeKnowledge types, bool isContract)
    {
        if (argument is { ArgumentKind: ArgumentKind.ParamArray, Value: IArrayCreationOperation { Initializer: { } several } })
        {
            foreach (var value in several.ElementValues)
                Check(context, value, call, types, isContract);
        }
        else
        {
            Check(context, argument.Value, call, types, isContract);
        }
    }

    private static void Check(BodyContext context, IOperation value, IOperation call, TypeKnowledge types, bool isContract)
    {
        foreach (var crossing in Crossing.Of(value))
        {
            var asked = crossing.Question;
            if (types.Explain(asked) is not { } explanation)
                continue;

            // What is Sync may be used by several threads, unless somebody has said that it must stay on its own.
            var isTied = explanation is { Verdict: Verdict.No, Links.Count: 0, Cause.Kind: CauseKind.Marked };
            if (!isTied && types.Judge(new Question(asked.Type, Trait.Sync, asked.IsExact)) == Verdict.Yes)
                continue;
            if (IsReported(explanation, isContract))
                context.ReportDiagnostic(Finding(crossing, explanation, call.Syntax));
        }
    }

    /// <summary>A type parameter is reported where it is declared.</summary>
    private static bool IsReported(Explanation explanation, bool isContract) => explanation.Cause.Kind != CauseKind.TypeParameter
        && (isContract || (explanation.Verdict == Verdict.No && explanation.Cause.Kind == CauseKind.Marked));

    private static Diagnostic Finding(Crossing crossing, Explanation explanation, SyntaxNode start)
    {
        var primary = crossing.Place.GetLocation();
        var (mark, marked) = Missing(explanation, crossing);
        var locations = new List<Location>();
        if (marked is not null)
            locations.Add(marked);
        foreach (var site in explanation.Sites(primary))
        {
            if (!locations.Contains(site))
                locations.Add(site);
        }

        locations.Add(start.GetLocation());
        return Diagnostic.Create(
            Descriptors.FEAR2003_NotSendCrossing,
            primary,
            locations,
            mark is null ? ImmutableDictionary<string, string?>.Empty : ImmutableDictionary<string, string?>.Empty.Add(MarkKey, mark),
            crossing.Name,
            ExplanationText.Name(crossing.Question.Type),
            ExplanationText.Lacks(explanation),
            crossing.How,
            ContractText.Because(explanation));
    }

    /// <summary>A delegate parameter says that it is run elsewhere, an interface or open class that it may cross.</summary>
    private static (string? Mark, Location? At) Missing(Explanation explanation, Crossing crossing)
    {
        if (explanation is { Links.Count: 0, Cause: { Kind: CauseKind.Interface or CauseKind.OpenClass } cause } && Explanation.SourceOf(cause.Subject) is { } declared)
            return ("Send", declared);
        return crossing.Question.Type.TypeKind == TypeKind.Delegate && crossing.How == "is run" ? ("Spawned", null) : default;
    }
}
