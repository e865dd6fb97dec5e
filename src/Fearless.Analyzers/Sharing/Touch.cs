using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Sharing;

/// <summary>An access as it counts for guarding: to the member itself, to the object that it refers to, or to both.</summary>
internal sealed class Touch(StorageAccess access, bool ofSlot, ObjectEffect effect)
{
    public StorageAccess Access { get; } = access;

    /// <summary>The member itself is read or written, not only the object behind it.</summary>
    public bool IsOfSlot { get; } = ofSlot;

    public ObjectEffect Effect { get; } = effect;

    public bool IsWrite => (IsOfSlot && Access.IsWrite) || Effect == ObjectEffect.Write;

    /// <summary>A step such as <c>x++</c> is a read and a write.</summary>
    public int Weight => IsOfSlot && (Access.Kind & Flow.AccessKind.ReadWrite) == Flow.AccessKind.ReadWrite ? 2 : 1;

    public SyntaxNode Syntax => Access.Syntax;

    public bool Holds(LockName name) => Access.Holds(name, IsWrite);
}
