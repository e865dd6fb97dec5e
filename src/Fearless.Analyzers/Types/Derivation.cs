using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>
/// What a type's answer depends on (MODEL section 1). One step only: the solver follows the requirements. Nothing here remembers answers.
/// </summary>
internal sealed partial class Derivation(Compilation compilation, MarkerTable markers, TypeCatalog catalog, IFieldAccessOracle accesses)
{
    // Deeper nesting of type arguments than anybody writes: the sign of a type that contains ever larger types.
    private const int DeepestNesting = 10;

    public MarkerTable Markers { get; } = markers;

    public TypeCatalog Catalog { get; } = catalog;

    public IFieldAccessOracle Accesses { get; } = accesses;

    public void Expand(Question question, List<Requirement> into)
    {
        var trait = question.Trait;
        switch (question.Type)
        {
            case IErrorTypeSymbol:
                break;
            case IDynamicTypeSymbol:
                Unknown(CauseKind.Anything, question, into);
                break;
            case IArrayTypeSymbol array:
                if (trait is Trait.Sync or Trait.Word)
                    into.Add(Requirement.Fails(new Cause(trait == Trait.Sync ? CauseKind.Array : CauseKind.Wide, array)));
                else
                    Part(array.ElementType, trait, into);
                break;
            case IPointerTypeSymbol or IFunctionPointerTypeSymbol:
                if (trait is not Trait.Readable)
                    into.Add(Requirement.Fails(new Cause(CauseKind.Pointer, question.Type)));
                break;
            case ITypeParameterSymbol parameter:
                ExpandParameter(parameter, trait, into);
                break;
            case INamedTypeSymbol named:
                if (trait == Trait.Word)
                    ExpandWord(named, into);
                else
                    ExpandNamed(named, question, into);
                break;
        }
    }

    private static void Part(ITypeSymbol part, Trait trait, List<Requirement> into) =>
        into.Add(Requirement.That(new Link(LinkKind.Part, part, part), new Question(part, trait)));

    /// <summary>What is only unknown is good enough for some.</summary>
    private static void Unknown(CauseKind kind, Question question, List<Requirement> into)
    {
        if (question.Trait is Trait.Send or Trait.Sync)
            into.Add(Requirement.Fails(new Cause(kind, question.Type)));
    }

    private void ExpandNamed(INamedTypeSymbol type, Question question, List<Requirement> into)
    {
        if (IsPlain(type) || DecidedByMarker(type, question, into))
            return;
        if (Nesting(type) > DeepestNesting)
        {
            Unknown(CauseKind.Endless, question, into);
            return;
        }

        if (type.IsTupleType)
        {
            foreach (var element in type.TupleElements)
                Part(element.Type, question.Trait, into);
            return;
        }

        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            Part(type.TypeArguments[0], question.Trait, into);
            return;
        }

        if (type.TypeKind == TypeKind.Delegate)
        {
            Unknown(CauseKind.Delegate, question, into);
            return;
        }

        if (IsHere(type) || type.IsAnonymousType)
            ExpandSource(type, question, into);
        else
            ExpandForeign(type, question, into);
    }

    private void ExpandSource(INamedTypeSymbol type, Question question, List<Requirement> into)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            Unknown(CauseKind.Interface, question, into);
            return;
        }

        if (type is { TypeKind: TypeKind.Class, IsSealed: false, IsAnonymousType: false } && !question.IsExact)
            Unknown(CauseKind.OpenClass, question, into);
        if (type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } parent)
            into.Add(Requirement.That(new Link(LinkKind.Base, parent, parent), new Question(parent, question.Trait, isExact: true)));
        ExpandFields(type, question.Trait, into);
    }

    private void ExpandForeign(INamedTypeSymbol type, Question question, List<Requirement> into)
    {
        if (type.SpecialType == SpecialType.System_Object)
        {
            if (!question.IsExact)
                Unknown(CauseKind.Anything, question, into);
        }
        else if (Catalog.Find(type) is { } entry)
        {
            ExpandEntry(entry, type, question, into);
        }
        else
        {
            Unknown(type.TypeKind == TypeKind.Interface ? CauseKind.Interface : CauseKind.NoEntry, question, into);
        }
    }

    private static void ExpandEntry(CatalogEntry entry, INamedTypeSymbol type, Question question, List<Requirement> into)
    {
        var word = question.Trait switch
        {
            Trait.Sync => entry.Sync,
            // Reading leads to the parts, and those that matter are the same as for Send.
            Trait.Readable => entry.Readable.Verdict == Verdict.No ? entry.Readable : new CatalogWord(Verdict.Yes, entry.Send.Arguments),
            _ => entry.Send,
        };
        switch (word.Verdict)
        {
            case Verdict.No:
                var kind = entry.Thread is not null && question.Trait != Trait.Readable ? CauseKind.ThreadAffine : CauseKind.Catalog;
                into.Add(Requirement.Fails(new Cause(kind, type, entry.Thread ?? entry.Reason)));
                break;
            case Verdict.Unknown:
                Unknown(type.TypeKind == TypeKind.Interface ? CauseKind.Interface : CauseKind.OpenClass, question, into);
                break;
            default:
                var arguments = type.TypeArguments;
                foreach (var index in word.Arguments)
                {
                    if (index < arguments.Length)
                        Part(arguments[index], question.Trait, into);
                }

                break;
        }
    }

    /// <summary>A bound, on the parameter or through a constraint, is all that is known of it.</summary>
    private void ExpandParameter(ITypeParameterSymbol parameter, Trait trait, List<Requirement> into)
    {
        if (trait is Trait.Send or Trait.Sync && !Bounds.Of(parameter, Markers, Catalog).Has(trait))
            into.Add(Requirement.Fails(new Cause(CauseKind.TypeParameter, parameter)));
    }

    private bool IsHere(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly);

    private static int Nesting(ITypeSymbol type)
    {
        var deepest = 0;
        for (var current = type as INamedTypeSymbol; current is not null; current = current.ContainingType)
        {
            foreach (var argument in current.TypeArguments)
            {
                var depth = Nesting(argument is IArrayTypeSymbol array ? array.ElementType : argument);
                if (depth >= deepest)
                    deepest = depth + 1;
            }
        }

        return deepest;
    }
}
