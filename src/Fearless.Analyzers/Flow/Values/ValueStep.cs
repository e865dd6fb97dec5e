namespace Fearless.Analyzers.Flow;

/// <summary>How a variable came by its value.</summary>
internal enum ValueStep
{
    /// <summary>It is the value: an initializer, an assignment, a pattern that only names it.</summary>
    Whole,

    /// <summary>An element of it: <c>foreach</c>, or what a collection hands out by an <c>out</c> argument.</summary>
    Element,

    /// <summary>A part of it: a property pattern, a deconstruction.</summary>
    Part,

    /// <summary>What a call stores by reference.</summary>
    Result,
}
