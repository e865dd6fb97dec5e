using System;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

[Flags]
internal enum Marks
{
    None = 0,
    Send = 1,
    Sync = 2,
    NotSend = 4,
    NotSync = 8,
    AssumeSend = 16,
    AssumeSync = 32,
    ThreadAffine = 64,
    GuardedBy = 128,
}

/// <summary>Reads the markers that stand on a symbol itself.</summary>
internal static class TypeMarkers
{
    public static Marks Of(ISymbol symbol)
    {
        var marks = Marks.None;
        foreach (var data in symbol.GetAttributes())
        {
            if (data.AttributeClass is { } type && type.ContainingNamespace.IsNamed("Fearless"))
                marks |= Named(type.Name);
        }

        return marks;
    }

    /// <summary>
    /// What is marked on a field, wherever one can write it: on the field, on the property or event that it stores, on the constructor
    /// parameter that declares it.
    /// </summary>
    public static Marks OfStorage(ISymbol field)
    {
        var marks = Of(field);
        if (field is IFieldSymbol { AssociatedSymbol: { } owner })
        {
            marks |= Of(owner);
            if (owner is IPropertySymbol { ContainingType.IsRecord: true } property)
                marks |= OfRecordParameter(property);
        }
        else if (field is IEventSymbol raised)
        {
            foreach (var member in raised.ContainingType.GetMembers(raised.Name))
            {
                if (member is IFieldSymbol stored)
                    marks |= Of(stored);
            }
        }

        return marks;
    }

    /// <summary>The first argument of a marker: its reason, justification or thread.</summary>
    public static string? Text(ISymbol symbol, string attribute) => symbol.Marker(attribute)?.Argument() as string;

    private static Marks OfRecordParameter(IPropertySymbol property)
    {
        foreach (var constructor in property.ContainingType.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (parameter.Name == property.Name && parameter.Locations.Length > 0 && property.Locations.Contains(parameter.Locations[0]))
                    return Of(parameter);
            }
        }

        return Marks.None;
    }

    private static Marks Named(string attribute) => attribute switch
    {
        "SendAttribute" => Marks.Send,
        "SyncAttribute" => Marks.Sync,
        "NotSendAttribute" => Marks.NotSend,
        "NotSyncAttribute" => Marks.NotSync,
        "AssumeSendAttribute" => Marks.AssumeSend,
        "AssumeSyncAttribute" => Marks.AssumeSync,
        "ThreadAffineAttribute" => Marks.ThreadAffine,
        "GuardedByAttribute" => Marks.GuardedBy,
        _ => Marks.None,
    };
}
