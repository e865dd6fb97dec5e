using System.IO;

namespace Fearless.RuleDocs;

/// <summary>What a file should hold, by the descriptor table.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="Path">Where it is, seen from the root of the repository.</param>
/// <param name="Text">All of it, hand-written parts included.</param>
internal sealed record GeneratedFile(string FullPath, string Path, string Text)
{
    public bool HasDrifted => !File.Exists(FullPath) || File.ReadAllText(FullPath) != Text;

    public void Write()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(FullPath)!);
        File.WriteAllText(FullPath, Text);
    }
}
