namespace Fearless.Analyzers.Types;

/// <summary>Ordered: of several parts of a type, the least decides.</summary>
internal enum Verdict
{
    No,
    Unknown,
    Yes,
}
