using System.Collections.Concurrent;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Program;

/// <summary>Code that runs before a program serves anybody: its entry point, and what it calls to configure services and routes.</summary>
internal sealed class StartUp(Compilation compilation, NameUses names)
{
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _forSetUp = new(SymbolEqualityComparer.Default);

    /// <summary>Not a program in the browser, which has one thread.</summary>
    public bool IsServer { get; } = compilation.GetTypesByMetadataName("Microsoft.AspNetCore.Components.WebAssembly.Hosting.WebAssemblyHostBuilder").IsEmpty;

    /// <summary>All calls of it in the program are made while it starts.</summary>
    public bool IsForSetUp(IMethodSymbol method) => _forSetUp.GetOrAdd(method.OriginalDefinition, Find);

    private bool Find(IMethodSymbol method)
    {
        var calls = 0;
        foreach (var use in names.Of(method.Name))
        {
            if (use.Parent is not (MemberAccessExpressionSyntax or InvocationExpressionSyntax or MemberBindingExpressionSyntax))
                continue;
            if (!SymbolEqualityComparer.Default.Equals(SourceModels.Of(compilation, use.SyntaxTree).GetSymbolInfo(use).Symbol?.OriginalDefinition, method))
                continue;
            calls++;
            if (!IsAtStart(use))
                return false;
        }

        return calls > 0;
    }

    private bool IsAtStart(SyntaxNode place)
    {
        for (var around = place.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax:
                    return false;
                case GlobalStatementSyntax:
                    return true;
                case MethodDeclarationSyntax declaration:
                    return SourceModels.Of(compilation, declaration.SyntaxTree).GetDeclaredSymbol(declaration) is IMethodSymbol method && Configures(method);
            }
        }

        return false;
    }

    private bool Configures(IMethodSymbol method)
    {
        if (method is { IsStatic: true, Name: "Main" })
            return true;
        foreach (var parameter in method.Parameters)
        {
            if (parameter.Type.Name is "IServiceCollection" or "IApplicationBuilder" or "IEndpointRouteBuilder" or "IHostBuilder" or "WebApplication" or "WebApplicationBuilder" or "IHostApplicationBuilder")
                return true;
        }

        return false;
    }
}
