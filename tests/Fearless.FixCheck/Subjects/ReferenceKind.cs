namespace Fearless.FixCheck;

/// <summary>What a program is compiled against.</summary>
internal enum ReferenceKind
{
    Framework,
    WithRuntime,
    Web,
}
