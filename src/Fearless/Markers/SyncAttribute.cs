using System;

namespace Fearless;

/// <summary>
/// On a type: its values may be used by several threads at the same time. Checked: all state is read-only, guarded or atomic, and itself Sync.
/// On a type parameter: a bound, like <c>T: Sync</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Delegate | AttributeTargets.GenericParameter)]
public sealed class SyncAttribute : Attribute;
