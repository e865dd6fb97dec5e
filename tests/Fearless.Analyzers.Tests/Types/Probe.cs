using System;
using System.Collections.Immutable;
using System.Linq;
using Fearless.Analyzers.Types;
using Fearless.Testing;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Fearless.Analyzers.Tests.Types;

/// <summary>Asks the solver about a type, written as in a program: <c>Probe.Of("List&lt;int&gt;").IsSend().IsNotSync()</c>.</summary>
internal sealed class Probe
{
    private const string Usings =
        """
        using System; using System.Collections.Generic; using System.Collections.Concurrent; using System.Collections.Immutable; using System.Threading;
        using System.Threading.Tasks; using System.Text; using System.IO; using Fearless;
        [NotSend("tied to its thread")] public sealed class Tied;
        [NotSync("counts readers")] public sealed class Cell { public int Value; }
        public sealed class Plain { public readonly int X; }

        """;

    private readonly TypeKnowledge _types;
    private readonly ITypeSymbol _type;

    private Probe(TypeKnowledge types, ITypeSymbol type)
    {
        _types = types;
        _type = type;
    }

    /// <param name="type">The type to ask about.</param>
    /// <param name="declarations">What it needs beside the usual namespaces.</param>
    /// <param name="allowErrors">The declarations need not compile.</param>
    public static Probe Of(string type, string declarations = "", bool allowErrors = false) =>
        Of(type, declarations, [], allowErrors);

    public static Probe Of(string type, string declarations, ImmutableArray<AdditionalText> files, bool allowErrors = false)
    {
        var tree = InProcessBuild.Parse(Usings + declarations + $"\nunsafe ref struct Asked__<TOpen, [Send] TSend, [Sync] TSync, TNumber> where TNumber : struct, Enum {{ public {type} Value; }}", "Probe.cs");
        var compilation = InProcessBuild.Compile("Probe", [tree], MetadataReference.CreateFromFile(typeof(SendAttribute).Assembly.Location));
        if (!allowErrors)
            Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => d.ToString()));
        var asked = compilation.Assembly.GlobalNamespace.GetTypeMembers("Asked__").Single().GetMembers("Value").OfType<IFieldSymbol>().Single().Type;
        return new Probe(TypeKnowledge.Create(compilation, files), asked);
    }

    public Probe IsSend() => Is(Trait.Send, Verdict.Yes, null);

    public Probe IsSync() => Is(Trait.Sync, Verdict.Yes, null);

    public Probe IsNotSend(string? because = null) => Is(Trait.Send, Verdict.No, because);

    public Probe IsNotSync(string? because = null) => Is(Trait.Sync, Verdict.No, because);

    public Probe MayBeSend(string? because = null) => Is(Trait.Send, Verdict.Unknown, because);

    public Probe MayBeSync(string? because = null) => Is(Trait.Sync, Verdict.Unknown, because);

    public Probe IsReadable() => Is(Trait.Readable, Verdict.Yes, null);

    public Probe IsNotReadable(string? because = null) => Is(Trait.Readable, Verdict.No, because);

    private Probe Is(Trait trait, Verdict verdict, string? because)
    {
        var explanation = _types.Explain(_type, trait);
        var text = explanation is null ? "" : ExplanationText.Chain(explanation);
        Assert.Equal((trait, verdict, because ?? text), (trait, _types.Judge(_type, trait), text));
        Assert.Equal(verdict == Verdict.Yes, explanation is null);
        Assert.Equal(verdict, explanation?.Verdict ?? Verdict.Yes);
        return this;
    }
}
