namespace Fearless.FixCheck;

/// <summary>A file and what it holds.</summary>
internal sealed record SourceFile(string Path, string Text);
