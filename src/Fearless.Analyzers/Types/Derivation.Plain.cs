using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

internal sealed partial class Derivation
{
    /// <summary>Numbers, strings and enums: immutable, and alike on every thread. A handle is a number.</summary>
    private static bool IsPlain(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum || type.IsStatic)
            return true;
        switch (type.SpecialType)
        {
            case SpecialType.System_Enum or SpecialType.System_Void or SpecialType.System_String or SpecialType.System_DateTime:
            case SpecialType.System_IntPtr or SpecialType.System_UIntPtr:
            case >= SpecialType.System_Boolean and <= SpecialType.System_Double:
                return true;
            default:
                return false;
        }
    }

    private static void ExpandWord(INamedTypeSymbol type, List<Requirement> into)
    {
        var isWord = type.TypeKind == TypeKind.Enum
            || type.SpecialType is SpecialType.System_IntPtr or SpecialType.System_UIntPtr
            || (type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_Double and not SpecialType.System_Decimal)
            || type.Is("Half", "System");
        if (!isWord)
            into.Add(Requirement.Fails(new Cause(CauseKind.Wide, type)));
    }

    /// <summary>Markers come first: a person has said so.</summary>
    private bool DecidedByMarker(INamedTypeSymbol type, Question question, List<Requirement> into)
    {
        var own = Markers.Own(type);
        var all = own | Markers.Inherited(type);
        var (yes, no, assume, attribute) = question.Trait == Trait.Send || question.Trait == Trait.Movable
            ? (Marks.Send, Marks.NotSend, Marks.AssumeSend, "NotSendAttribute")
            : (Marks.Sync, Marks.NotSync, Marks.AssumeSync, "NotSyncAttribute");

        if (question.Trait == Trait.Readable)
        {
            if ((all & no) == 0)
                return (own & (Marks.Sync | Marks.AssumeSync)) != 0;
        }
        else if ((all & Marks.ThreadAffine) != 0)
        {
            var holder = (own & Marks.ThreadAffine) != 0 ? type : Markers.SourceOf(type, Marks.ThreadAffine)!;
            into.Add(Requirement.Fails(new Cause(CauseKind.ThreadAffine, type, TypeMarkers.Text(holder, "ThreadAffineAttribute"))));
            return true;
        }

        if ((own & assume) != 0)
            return true;
        if ((all & no) != 0)
        {
            var holder = (own & no) != 0 ? type : Markers.SourceOf(type, no)!;
            into.Add(Requirement.Fails(new Cause(CauseKind.Marked, type, TypeMarkers.Text(holder, attribute))));
            return true;
        }

        // The base part of an object is judged by what it is, a whole value by what its declaration promises; both are checked there.
        return (all & yes) != 0;
    }
}
