using System.Runtime.CompilerServices;
using Fearless.Analyzers.Flow;
using Fearless.Analyzers.Program;
using Fearless.Analyzers.Sharing;
using Fearless.Analyzers.Types;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Fearless.Analyzers;

/// <summary>
/// Everything that is computed once per compilation and shared by all analyzers. What is kept here is a pure function of the compilation
/// and the options, so that findings never depend on the order in which callbacks arrive.
/// </summary>
internal sealed class CompilationScope
{
    // Keyed by the options as well: a test host may analyse one compilation under two configurations.
    private static readonly ConditionalWeakTable<Compilation, ConditionalWeakTable<AnalyzerOptions, CompilationScope>> _scopes = new();

    private CompilationScope(Compilation compilation, AnalyzerOptions analyzerOptions, FearlessOptions options)
    {
        Compilation = compilation;
        Options = options;
        var catalog = new TypeCatalog(analyzerOptions.AdditionalFiles);
        Summaries = new MethodSummaries(compilation, catalog, Failures);
        Bodies = new BodyFactsCache(Summaries, Failures);
        TypeFacts = new TypeFactsCache(compilation, Bodies, catalog);
        Types = TypeKnowledge.Create(compilation, catalog, new BodyAccessOracle(TypeFacts));
        Effects = new MethodEffects(TypeFacts, Types.Catalog);
        CallEffects = new CallEffects(compilation, Types, Bodies);
    }

    public Compilation Compilation { get; }

    public FearlessOptions Options { get; }

    /// <summary>What went wrong in the suite itself.</summary>
    public Failures Failures { get; } = new();

    /// <summary>What methods do that are called from the one being looked at.</summary>
    public MethodSummaries Summaries { get; }

    public BodyFactsCache Bodies { get; }

    /// <summary>Who accesses which member of a type, on whose thread, with which locks.</summary>
    public TypeFactsCache TypeFacts { get; }

    /// <summary>Chooses the types that mention a member with a lock of its own.</summary>
    public GuardedMentions Guarded => field ??= new GuardedMentions(Compilation, TypeFacts);

    /// <summary>Chooses the types that mention a static which holds an object of its own.</summary>
    public StaticMentions Statics => field ??= new StaticMentions(Compilation);

    /// <summary>Which members started work may come to.</summary>
    public SpawnReach Started => field ??= new SpawnReach(Compilation);

    /// <summary>How started work comes to members whose callers are all in sight.</summary>
    public SpawnPaths Paths => field ??= new SpawnPaths(Compilation, Names);

    /// <summary>Which members of structs are only asked of copies.</summary>
    public CopyMembers Copies => field ??= new CopyMembers(Compilation, Names);

    /// <summary>In which files a name occurs.</summary>
    public NameTrees Names => field ??= new NameTrees(Compilation);

    /// <summary>Which scopes put something back on their thread when they end.</summary>
    public ThreadScopes ThreadScopes => field ??= new ThreadScopes(Compilation);

    /// <summary>What is ever stored in private members and locals.</summary>
    public StoredValues Values => field ??= new StoredValues(Compilation);

    /// <summary>In how many places a lock is taken.</summary>
    public LockPlaces LockUses => field ??= new LockPlaces(Values);

    /// <summary>The code on the other side of waits and call-outs.</summary>
    public Partners Partners => field ??= new Partners(Summaries, Values);

    /// <summary>Who calls whom in the whole compilation.</summary>
    public ProgramGraph Graph => field ??= new ProgramGraph(Compilation, Bodies, Summaries.Implementations);

    /// <summary>Which lock is waited for while which is held.</summary>
    public OrderEdges OrderEdges => field ??= new OrderEdges(Graph);

    /// <summary>What a method in source does to its object.</summary>
    public MethodEffects Effects { get; }

    /// <summary>Of which types it matters which object is kept.</summary>
    public Identities Identities => field ??= new Identities(TypeFacts, Effects, Types.Catalog);

    /// <summary>Which types are Send and Sync.</summary>
    public TypeKnowledge Types { get; }

    /// <summary>What calls do to the objects that their surroundings can name.</summary>
    public CallEffects CallEffects { get; }

    /// <summary>Which objects lead to one another, and which have left.</summary>
    public RegionFactsCache Regions => field ??= new RegionFactsCache(Compilation, Types);

    public static CompilationScope Of(Compilation compilation, AnalyzerOptions analyzerOptions, FearlessOptions options)
    {
        var perOptions = _scopes.GetValue(compilation, static _ => new());
        return perOptions.GetValue(analyzerOptions, _ => new CompilationScope(compilation, analyzerOptions, options));
    }
}
