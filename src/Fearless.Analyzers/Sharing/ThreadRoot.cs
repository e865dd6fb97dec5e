using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

internal enum ThreadRootKind
{
    /// <summary>A member that code outside the type calls, on whatever thread that runs.</summary>
    Entry,

    /// <summary>
    /// A member for derived types, that code outside the hierarchy cannot call: from which threads they do is theirs to see to, so on its own it
    /// says nothing about several.
    /// </summary>
    Derived,

    /// <summary>Work that the type itself starts.</summary>
    Work,

    /// <summary>The object is being made; nobody else has it.</summary>
    Construction,

    /// <summary>The finalizer's own thread.</summary>
    Finalizer,

    /// <summary>A delegate that is stored or handed to a stranger: it may run at any time, or never.</summary>
    Unknown,
}

/// <summary>Where the thread that runs some code has come from.</summary>
internal sealed class ThreadRoot(ThreadRootKind kind, ISymbol? member = null, SpawnSite? site = null, MemberBody? starter = null)
{
    public static readonly ThreadRoot Unknown = new(ThreadRootKind.Unknown);
    public static readonly ThreadRoot Construction = new(ThreadRootKind.Construction);

    public ThreadRootKind Kind { get; } = kind;

    /// <summary>The member through which it came in.</summary>
    public ISymbol? Member { get; } = member;

    public SpawnSite? Site { get; } = site;

    /// <summary>The body that starts the work.</summary>
    public MemberBody? Starter { get; } = starter;

    /// <summary>Where the work starts; where its delegate is handed over, if somebody else starts it.</summary>
    public SyntaxNode? Start => Site is null ? null : Site.Starts.Count > 0 ? Site.Starts[0] : Site.Call;

    /// <summary>The work goes on when the body that started it has ended.</summary>
    public bool IsDetached => Site is { } site && (site.Bit == 0 || (Starter!.Facts!.Outliving & site.Bit) != 0 || site.Context.Depth > 1);
}
