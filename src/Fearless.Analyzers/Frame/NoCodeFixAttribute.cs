using System;

namespace Fearless.Analyzers;

/// <summary>On a rule's descriptor: why there is no code fix for it. There should be hardly any; a test asks every other rule for its fix.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class NoCodeFixAttribute(string reason) : Attribute
{
    public string Reason { get; } = reason;
}
