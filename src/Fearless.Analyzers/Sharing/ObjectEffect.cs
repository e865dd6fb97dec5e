namespace Fearless.Analyzers.Sharing;

/// <summary>What the code around a reference does to the object that it refers to.</summary>
internal enum ObjectEffect
{
    /// <summary>Nothing: it is compared, assigned to, locked, or only its own member variable is used.</summary>
    None,

    Read,

    Write,

    /// <summary>The caller, or a sequence that is evaluated later, gets hold of it.</summary>
    Returned,

    /// <summary>It goes to code of which nothing is known.</summary>
    Passed,
}
