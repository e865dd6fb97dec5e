using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>What a type parameter demands of its arguments, and promises to the code inside.</summary>
internal readonly struct Bounds(bool send, bool sync, bool readable = false, bool word = false)
{
    public bool IsEmpty => !(send || sync || readable || word);

    public bool Has(Trait trait) => trait switch
    {
        Trait.Send => send,
        Trait.Sync => sync,
        Trait.Readable => readable,
        Trait.Word => word,
        _ => false,
    };

    /// <summary>What is marked on the parameter itself: the contract that is checked where an argument is given.</summary>
    public static Bounds Demanded(ITypeParameterSymbol parameter)
    {
        var marks = TypeMarkers.Of(parameter.OriginalDefinition);
        var owner = parameter.ContainingType;
        var isRuntime = owner is not null && (owner.ContainingNamespace.IsNamed("Fearless") || owner.ContainingNamespace.IsNamed("Fearless.Async"));
        return new Bounds(
            (marks & Marks.Send) != 0,
            (marks & Marks.Sync) != 0,
            readable: isRuntime && parameter.DeclaringMethod is null && owner!.Name is "RwLock" or "AsyncRwLock",
            word: isRuntime && parameter.DeclaringMethod is null && owner!.Name == "Atomic");
    }

    /// <summary>What is known of it inside: its markers, and those of the types that it is constrained to.</summary>
    public static Bounds Of(ITypeParameterSymbol parameter, MarkerTable markers, TypeCatalog catalog)
    {
        var marks = TypeMarkers.Of(parameter.OriginalDefinition);
        foreach (var constraint in parameter.ConstraintTypes)
        {
            switch (constraint)
            {
                case INamedTypeSymbol { SpecialType: SpecialType.System_Enum }:
                    marks |= Marks.Send | Marks.Sync;
                    break;
                case INamedTypeSymbol named:
                    marks |= OfConstraint(named, markers, catalog);
                    break;
                case ITypeParameterSymbol other when !SymbolEqualityComparer.Default.Equals(other, parameter):
                    marks |= TypeMarkers.Of(other.OriginalDefinition);
                    break;
            }
        }

        return new Bounds((marks & (Marks.Send | Marks.AssumeSend)) != 0, (marks & (Marks.Sync | Marks.AssumeSync)) != 0);
    }

    private static Marks OfConstraint(INamedTypeSymbol type, MarkerTable markers, TypeCatalog catalog)
    {
        var marks = markers.Own(type) | markers.Inherited(type);
        if (catalog.Find(type) is { } entry)
        {
            if (entry.Send is { Verdict: Verdict.Yes, Arguments.IsEmpty: true })
                marks |= Marks.Send;
            if (entry.Sync is { Verdict: Verdict.Yes, Arguments.IsEmpty: true })
                marks |= Marks.Sync;
        }

        return marks;
    }
}
