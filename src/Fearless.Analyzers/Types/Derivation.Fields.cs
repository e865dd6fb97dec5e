using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

internal sealed partial class Derivation
{
    /// <summary>What one field must fulfil, as part of <paramref name="owner"/>.</summary>
    public void ExpandField(INamedTypeSymbol owner, ISymbol field, ITypeSymbol type, Trait trait, List<Requirement> into)
    {
        var marks = TypeMarkers.OfStorage(field.OriginalDefinition);
        var link = new Link(LinkKind.Field, field, type);
        switch (trait)
        {
            case Trait.Sync:
                ExpandSyncField(owner, field, link, marks, into);
                break;
            case Trait.Readable:
                if ((marks & Marks.AssumeSync) == 0)
                    Value(field, link, trait, into);
                break;
            default:
                if ((marks & Marks.ThreadAffine) != 0)
                    into.Add(Requirement.Fails(new Cause(CauseKind.ThreadAffine, type, TypeMarkers.Text(field, "ThreadAffineAttribute")), link));
                else if ((marks & Marks.AssumeSend) == 0)
                    Value(field, link, trait, into);
                break;
        }
    }

    /// <summary>Instance fields in the order of their declaration: auto-properties and events by what stores them, captured parameters too.</summary>
    private void ExpandFields(INamedTypeSymbol type, Trait trait, List<Requirement> into)
    {
        foreach (var field in Storage.Of(type, compilation))
            ExpandField(type, field, Storage.TypeOf(field), trait, into);
    }

    private void ExpandSyncField(INamedTypeSymbol owner, ISymbol field, Link link, Marks marks, List<Requirement> into)
    {
        if ((marks & Marks.AssumeSync) != 0)
            return;

        // A struct has no state of its own: whoever stores it decides whether it changes, and is asked about that.
        if (owner.IsValueType || Storage.IsReadOnly(field))
        {
            var behindLock = !owner.IsValueType && !IsPlainlySync(link.Type) && Accesses.Of(field).Kind == FieldProtectionKind.Guarded;
            Value(field, link, behindLock ? Trait.Movable : Trait.Sync, into);
            return;
        }

        var protection = (marks & Marks.GuardedBy) != 0 ? FieldProtection.Declared : Accesses.Of(field);
        switch (protection.Kind)
        {
            case FieldProtectionKind.Guarded:
                Value(field, link, Trait.Movable, into);
                break;
            case FieldProtectionKind.Atomic:
                Value(field, link, Trait.Sync, into);
                break;
            default:
                var kind = field is IParameterSymbol ? CauseKind.CapturedParameter : CauseKind.MutableField;
                into.Add(Requirement.Fails(new Cause(kind, field.OriginalDefinition, protection.Problem, protection.Site), link));
                break;
        }
    }

    /// <summary>
    /// What stands in the field: anything of its type, or only what is assigned to it in plain sight. So an <c>object</c> that only ever
    /// holds <c>new object()</c> is a gate, and a field of an interface that always holds one class is of that class.
    /// </summary>
    private void Value(ISymbol field, Link link, Trait trait, List<Requirement> into)
    {
        var type = link.Type;
        if (Storage.IsReadOnly(field) && SaysLittle(type) && trait is Trait.Send or Trait.Sync
            && FieldValues.Of(field, compilation) is { } values)
        {
            foreach (var value in values)
            {
                if (!value.IsSynchronized)
                    into.Add(Requirement.That(new Link(LinkKind.Field, field, value.Type), new Question(value.Type, trait, value.IsExact)));
            }

            return;
        }

        into.Add(Requirement.That(link, new Question(type, trait)));
    }

    private static bool SaysLittle(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Interface or TypeKind.Delegate or TypeKind.Dynamic || (type.TypeKind == TypeKind.Class && !type.IsSealed);

    // Only to spare the facts about bodies.
    private bool IsPlainlySync(ITypeSymbol type) => type is INamedTypeSymbol named
        && (IsPlain(named)
            || (Markers.Own(named) & (Marks.Sync | Marks.AssumeSync)) != 0
            || (!IsHere(named) && Catalog.Find(named) is { Sync.Verdict: Verdict.Yes }));
}
