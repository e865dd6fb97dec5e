using System.Collections.Concurrent;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Program;

/// <summary>
/// What the whole program, and the frameworks that it uses, say about who runs the code of a type: evidence that no text of the type itself
/// holds. A pure function of the compilation and the catalog.
/// </summary>
internal sealed class ProgramFacts
{
    // Beyond the bits that a body's own work has: it is started by somebody else.
    private const int NoBit = 64;

    private readonly ConcurrentDictionary<INamedTypeSymbol, ThreadRoot?> _shared = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(INamedTypeSymbol Type, string Member), ThreadRoot> _called = new();
    private readonly ConcurrentDictionary<INamedTypeSymbol, ThreadRoot> _perCall = new(SymbolEqualityComparer.Default);
    private readonly StartUp _startUp;

    public ProgramFacts(Compilation compilation, TypeCatalog catalog, NameUses names)
    {
        Contracts = new CallContracts(catalog);
        Registrations = new Registrations(compilation, Contracts);
        _startUp = new StartUp(compilation, names);
    }

    public CallContracts Contracts { get; }

    public Registrations Registrations { get; }

    /// <summary>The program or a framework says that several threads use one object of the type, or of one that is nested in it.</summary>
    public bool SpeakOf(INamedTypeSymbol type)
    {
        if (SharedRootOf(type) is not null || Contracts.IsPerCall(type) || TestFixtures.RunSideBySide(type))
            return true;
        foreach (var member in type.GetMembers())
        {
            if (member is IMethodSymbol { IsOverride: true } or IMethodSymbol { MethodKind: MethodKind.ExplicitInterfaceImplementation }
                    or IMethodSymbol { DeclaredAccessibility: Accessibility.Public, ContainingType.AllInterfaces.IsEmpty: false }
                && Contracts.Of((IMethodSymbol)member) is { Manner: CallManner.Concurrent or CallManner.Work })
            {
                return true;
            }

            if (member is INamedTypeSymbol nested && SpeakOf(nested))
                return true;
        }

        return false;
    }

    /// <summary>Who runs a member that code out of sight can call, beside what the type's own code says; null: nothing is known.</summary>
    public ThreadRoot? RootOf(IMethodSymbol entry)
    {
        if (entry.IsStatic || entry.ContainingType is not { } type)
            return null;
        if (Contracts.Of(entry) is { } contract)
        {
            return contract.Manner switch
            {
                CallManner.Concurrent => Called(type, contract, SpawnDescription.Repeated),
                CallManner.Work => Called(type, contract, SpawnDescription.Plain),
                _ => null,
            };
        }

        return TestFixtures.IsRunForEach(entry) && TestFixtures.RunSideBySide(type) ? OfTests(type) : SharedRootOf(type);
    }

    /// <summary>The program shares the object, but calls this member only before it serves anybody.</summary>
    public bool IsForSetUp(IMethodSymbol entry) => entry is { IsStatic: false, ContainingType: { } type } && SharedRootOf(type) is not null && _startUp.IsForSetUp(entry);

    /// <summary>Who runs the code of a type of which each call has an object of its own: what those objects share, they share with each other.</summary>
    public ThreadRoot? RootOfEach(IMethodSymbol entry)
    {
        if (entry is not { ContainingType: { } type, DeclaredAccessibility: not (Accessibility.Private or Accessibility.Internal) } || !Contracts.IsPerCall(type) || OneAtATime.IsPromised(entry))
            return null;
        return _perCall.GetOrAdd(type.OriginalDefinition, static type =>
            Root(type.DeclaringSyntaxReferences[0].GetSyntax(), new SpawnDescription(repeated: true, says: $"there is a '{type.Name}' for each call, and calls run side by side")));
    }

    /// <summary>All that calls an object that all of the program shares.</summary>
    public ThreadRoot? SharedRootOf(INamedTypeSymbol type) => _shared.GetOrAdd(type.OriginalDefinition, FindShared);

    private ThreadRoot? FindShared(INamedTypeSymbol type)
    {
        if (Registrations.Of(type) is not { IsShared: true } registration || !_startUp.IsServer)
            return null;
        return Root(registration.Place, new SpawnDescription(repeated: true, says: $"one '{type.Name}' is shared by all requests"));
    }

    private ThreadRoot OfTests(INamedTypeSymbol type) => _called.GetOrAdd((type.OriginalDefinition, "tests"), static known =>
        Root(known.Type.DeclaringSyntaxReferences[0].GetSyntax(), new SpawnDescription(repeated: true, says: $"the tests of '{known.Type.Name}' run side by side on one object")));

    /// <summary>All members of a type that are called in this manner are called by the same threads.</summary>
    private ThreadRoot Called(INamedTypeSymbol type, MethodContract contract, SpawnDescription manner) => _called.GetOrAdd((type.OriginalDefinition, contract.Member.ContainingType.Name), _ =>
    {
        var owner = contract.Member.ContainingType.Name;
        var says = manner.IsRepeated ? $"'{owner}.{contract.Member.Name}' is called by several threads at once" : $"'{owner}.{contract.Member.Name}' runs on a thread of its own";
        return Root(type.DeclaringSyntaxReferences[0].GetSyntax(), new SpawnDescription(repeated: manner.IsRepeated, says: says));
    });

    private static ThreadRoot Root(SyntaxNode place, SpawnDescription description)
    {
        var site = new SpawnSite(NoBit, description, place, ThreadContext.Main, null, null, isAsyncCall: false);
        site.Started(place, 0);
        return new ThreadRoot(ThreadRootKind.Work, null, site);
    }
}
