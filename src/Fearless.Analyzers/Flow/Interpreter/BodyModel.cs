using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>What the runs over a member, its lambdas and its local functions share.</summary>
internal sealed class BodyModel(
    VariableTable variables, HandleFlow handles, FunctionBody root, SemanticModel? semanticModel, MethodSummaries? summaries, CancellationToken cancellation)
{
    private readonly Dictionary<(SyntaxNode Call, SyntaxNode? Target, ThreadContext Parent), SpawnSite> _siteIndex = [];
    private readonly List<SpawnSite> _sites = [];
    private readonly HashSet<FunctionBody> _reached = [];

    public VariableTable Variables { get; } = variables;

    public HandleFlow Handles { get; } = handles;

    /// <summary>Of the body, for what operations do not say.</summary>
    public SemanticModel? SemanticModel { get; } = semanticModel;

    /// <summary>Null: calls of other methods are not looked into.</summary>
    public MethodSummaries? Summaries { get; } = summaries;

    public FunctionBody Root { get; } = root;

    public FunctionTable Functions { get; } = new(root, variables, cancellation);

    public ConditionTable Conditions { get; } = new();

    public BodyFacts Facts { get; } = new();

    public IReadOnlyList<SpawnSite> Sites => _sites;

    /// <summary>Handlers of objects that raise nothing before they are started.</summary>
    public Dictionary<SpawnSite, AccessPath> Raisers { get; } = [];

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The bits of what is registered to run for each request.</summary>
    public ulong Served { get; set; }

    /// <summary>A budget ran out: what was found is not the whole, so nothing is claimed.</summary>
    public bool IsIncomplete { get; set; }

    /// <summary>The functions being run inside one another, to end recursion.</summary>
    public HashSet<FunctionBody> Active { get; } = [];

    public SpawnSite SiteAt(
        SyntaxNode call, SyntaxNode? target, SpawnDescription description, ThreadContext parent, FunctionBody? body, IMethodSymbol? method, bool isAsyncCall)
    {
        if (_siteIndex.TryGetValue((call, target, parent), out var site))
            return site;
        site = new SpawnSite(_sites.Count, description, call, parent, body, method, isAsyncCall);
        _siteIndex.Add((call, target, parent), site);
        _sites.Add(site);
        return site;
    }

    /// <summary>The function is run by somebody in sight, so it need not be looked at on its own.</summary>
    public void MarkReached(FunctionBody function) => _reached.Add(function);

    public bool IsReached(FunctionBody function) => _reached.Contains(function);
}
