using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Flow;

/// <summary>One place that starts concurrent work.</summary>
internal sealed class SpawnSite
{
    private readonly List<SyntaxNode> _starts = [];

    public SpawnSite(int index, SpawnDescription description, SyntaxNode call, ThreadContext parent, FunctionBody? body, IMethodSymbol? method, bool isAsyncCall)
    {
        Bit = index < 64 ? 1UL << index : 0;
        Description = description;
        Call = call;
        Body = body;
        Method = method;
        IsAsyncCall = isAsyncCall;
        Context = parent.Spawn(this);
    }

    /// <summary>Its place in <see cref="FlowState.Running"/>; 0 if there are too many to be followed.</summary>
    public ulong Bit { get; }

    public SpawnDescription Description { get; }

    /// <summary>The call that names the delegate.</summary>
    public SyntaxNode Call { get; }

    /// <summary>Where it starts: the call, or <c>Start()</c>.</summary>
    public IReadOnlyList<SyntaxNode> Starts => _starts;

    /// <summary>The lambda or local function, if it is in sight.</summary>
    public FunctionBody? Body { get; }

    /// <summary>The method, if it is one of a type.</summary>
    public IMethodSymbol? Method { get; }

    /// <summary>An async function that was called and not awaited: it is concurrent from its first suspension on.</summary>
    public bool IsAsyncCall { get; }

    /// <summary>The rest of an async method that was called: it is known by what it does to its arguments only.</summary>
    public bool IsRest => IsAsyncCall && Body is null;

    public ThreadContext Context { get; }

    /// <summary>What may already run when it starts; its own bit if it may overlap itself.</summary>
    public ulong RunningAtStart { get; private set; }

    public bool OverlapsItself => Description.IsRepeated || (RunningAtStart & Bit) != 0;

    public void Started(SyntaxNode at, ulong running)
    {
        RunningAtStart |= running;
        if (!_starts.Contains(at))
            _starts.Add(at);
    }
}
