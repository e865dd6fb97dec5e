using System;

namespace Fearless;

/// <summary>
/// On a type: its values may be handed to another thread, provided the giver stops using them. Checked: every field must be Send.
/// On a type parameter: a bound, like <c>T: Send</c>; checked wherever the parameter is given an argument.
/// Types without a marker are judged by their fields.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Enum | AttributeTargets.Delegate | AttributeTargets.GenericParameter)]
public sealed class SendAttribute : Attribute;
