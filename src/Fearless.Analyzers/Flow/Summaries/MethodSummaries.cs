using System;
using System.Collections.Concurrent;
using System.Threading;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>The summaries of a compilation, made when somebody asks for them.</summary>
internal sealed class MethodSummaries(Compilation compilation, TypeCatalog catalog, Failures failures)
{
    private readonly ConcurrentDictionary<IMethodSymbol, MethodSummary?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>With the catalog that comes with the analyzers.</summary>
    public MethodSummaries(Compilation compilation, Failures failures)
        : this(compilation, new TypeCatalog([]), failures)
    {
    }

    public Compilation Compilation { get; } = compilation;

    /// <summary>What is known of what is out of sight.</summary>
    public TypeCatalog Catalog { get; } = catalog;

    public Implementations Implementations => field ??= new Implementations(Compilation);

    public LockWrappers Wrappers => field ??= new LockWrappers(this);

    public ScopeObjects Scopes => field ??= new ScopeObjects(this);

    public WrapperNames WrapperNames => field ??= new WrapperNames(Compilation);

    public DelegateUses Delegates => field ??= new DelegateUses(this);

    public JoinedParameters Joined => field ??= new JoinedParameters(this);

    public DelegateStarts Starts => field ??= new DelegateStarts(this);

    /// <summary>Null: its body is not in sight.</summary>
    public MethodSummary? Of(IMethodSymbol method, CancellationToken cancellation)
    {
        method = method.OriginalDefinition;
        if (method.DeclaringSyntaxReferences.IsEmpty)
            return null;
        // Not GetOrAdd: a search that is cancelled must leave nothing behind.
        if (!_known.TryGetValue(method, out var summary))
        {
            try
            {
                summary = MethodSummary.Of(method, Compilation, cancellation);
            }
            catch (Exception exception) when (failures.Keep(method, exception))
            {
                summary = null;
            }

            _known.TryAdd(method, summary);
        }

        return summary;
    }
}
