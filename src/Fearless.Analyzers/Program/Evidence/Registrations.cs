using System.Collections.Generic;
using System.Threading;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Program;

/// <summary>Which types the program registers as shared by all of it, or as one for each request (catalog words <c>shares</c> and <c>perrequest</c>).</summary>
internal sealed class Registrations(Compilation compilation, CallContracts contracts)
{
    private Dictionary<INamedTypeSymbol, Registration>? _known;

    /// <summary>The first in the source, one that shares before one that does not; null: none.</summary>
    public Registration? Of(INamedTypeSymbol type) => Read().TryGetValue(type.OriginalDefinition, out var registration) ? registration : null;

    /// <summary>All that are shared or have a life of their own, in no promised order.</summary>
    public IReadOnlyCollection<Registration> All => Read().Values;

    private Dictionary<INamedTypeSymbol, Registration> Read()
    {
        if (Volatile.Read(ref _known) is { } known)
            return known;
        var found = new Dictionary<INamedTypeSymbol, Registration>(SymbolEqualityComparer.Default);
        if (NamesInSight() is { Count: > 0 } names)
        {
            foreach (var tree in compilation.SyntaxTrees)
            {
                foreach (var (name, call) in RegistrationCalls.In(tree).All)
                {
                    if (names.Contains(name))
                        Add(call, found);
                }
            }
        }

        return Interlocked.CompareExchange(ref _known, found, null) ?? found;
    }

    /// <summary>Of containers that the program refers to.</summary>
    private HashSet<string> NamesInSight()
    {
        var names = new HashSet<string>();
        foreach (var word in (string[])["shares", "perrequest"])
        {
            foreach (var entry in contracts.Catalog.WithContract(word))
            {
                if (!compilation.GetTypesByMetadataName(entry.Name).IsEmpty)
                    names.UnionWith(entry.Contract!.Of(word));
            }
        }

        return names;
    }

    private void Add(InvocationExpressionSyntax syntax, Dictionary<INamedTypeSymbol, Registration> found)
    {
        if (SourceModels.Of(compilation, syntax.SyntaxTree).GetOperation(syntax) is not IInvocationOperation { TargetMethod: { } method } call
            || contracts.Catalog.ContractOf(method.ContainingType) is not { } contract)
        {
            return;
        }

        var isShared = contract.Says("shares", method.Name);
        if ((!isShared && !contract.Says("perrequest", method.Name)) || MadeBy(call) is not { } type)
            return;

        // Of what the framework makes anew for each call, however it is registered, there is no shared object.
        if (isShared && IsAsked(method) && contracts.IsPerCall(type))
            return;
        if (!found.TryGetValue(type, out var known) || (isShared && !known.IsShared))
            found[type] = new Registration(type, isShared, syntax);
    }

    /// <summary><c>UseMiddleware&lt;T&gt;()</c>: whether one object serves all is for the type to say.</summary>
    private static bool IsAsked(IMethodSymbol method) => method.Name.StartsWith("Use", System.StringComparison.Ordinal);

    /// <summary>The type of the object: of what is given, of what the factory makes, or the last type argument.</summary>
    private static INamedTypeSymbol? MadeBy(IInvocationOperation call)
    {
        INamedTypeSymbol? made = null;
        foreach (var argument in call.Arguments)
        {
            var value = argument.Value.Unwrap();
            made = value switch
            {
                ITypeOfOperation { TypeOperand: INamedTypeSymbol named } => named,
                IDelegateCreationOperation { Target: IAnonymousFunctionOperation factory } => ReturnedBy(factory) ?? made,
                _ when argument.Parameter?.OriginalDefinition.Type is ITypeParameterSymbol or { SpecialType: SpecialType.System_Object } && value.Type is INamedTypeSymbol given
                    && argument.Parameter.Name.EndsWith("nstance", System.StringComparison.Ordinal) => given,
                _ => made,
            };
        }

        if (made is null && call.TargetMethod.TypeArguments is { IsEmpty: false } arguments)
            made = arguments[arguments.Length - 1] as INamedTypeSymbol;
        return made?.OriginalDefinition is { DeclaringSyntaxReferences.IsEmpty: false } inSource ? inSource : null;
    }

    private static INamedTypeSymbol? ReturnedBy(IAnonymousFunctionOperation factory)
    {
        foreach (var operation in factory.Body.Operations)
        {
            if (operation is IReturnOperation { ReturnedValue: { } value } && value.Unwrap().Type is INamedTypeSymbol type)
                return type;
        }

        return null;
    }
}
