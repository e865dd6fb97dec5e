using System;

namespace Fearless;

/// <summary>Unchecked promise that the type, or the value in this field, is Sync (Rust's <c>unsafe impl Sync</c>); on a field it also answers for the accesses to the field itself. The justification is required.</summary>
/// <param name="justification">Why the promise holds; an empty one is a finding.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AssumeSyncAttribute(string justification) : Attribute
{
    /// <summary>Why the promise holds; an empty one is a finding.</summary>
    public string Justification { get; } = justification;
}
