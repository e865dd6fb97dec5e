using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp;

namespace Fearless.FixCheck;

/// <summary>The same program written otherwise.</summary>
/// <param name="Name">What to ask for.</param>
/// <param name="Rewrite">Makes one text of another.</param>
internal sealed record Variant(string Name, Func<string, string> Rewrite)
{
    public static IReadOnlyList<Variant> All { get; } =
    [
        new("plain", static text => text),
        new("commented", Commented.Rewrite),
        new("crlf", static text => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal)),
        new("unbraced", static text => new Unbraced().Visit(Parse(text)).ToFullString()),
        new("arrows", static text => new Arrows().Visit(Parse(text)).ToFullString()),
    ];

    public Subject Of(Subject subject) => subject with { Name = Name == "plain" ? subject.Name : $"{subject.Name} ({Name})", Files = [.. subject.Files.Select(file => file with { Text = Rewrite(file.Text) })] };

    internal static Microsoft.CodeAnalysis.SyntaxNode Parse(string text) => CSharpSyntaxTree.ParseText(text, Testing.InProcessBuild.ParseOptions).GetRoot();
}
