using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Flow;

/// <summary>One acquisition that has not been released.</summary>
internal sealed class HeldLock(AccessPath path, LockKind kind, LockMode mode, SyntaxNode acquisition, object? guard, bool isRepaid = false) : IEquatable<HeldLock>
{
    public AccessPath Path { get; } = path;

    public LockKind Kind { get; } = kind;

    public LockMode Mode { get; } = mode;

    /// <summary>The call, or the <c>lock</c> statement's expression, that took it.</summary>
    public SyntaxNode Acquisition { get; } = acquisition;

    /// <summary>The variable or temporary whose disposal releases it; null: nobody has the guard, or there is none.</summary>
    public object? Guard { get; } = guard;

    /// <summary>It was held by the caller, released here, and taken again: it is the caller's.</summary>
    public bool IsRepaid { get; } = isRepaid;

    /// <summary>The caller holds it, says a marker of the function.</summary>
    public bool IsContracted => Acquisition is AttributeSyntax;

    public HeldLock GuardedBy(object guard) => new(Path, Kind, Mode, Acquisition, guard, IsRepaid);

    public HeldLock Repaid() => new(Path, Kind, Mode, Acquisition, Guard, isRepaid: true);

    public bool IsSameLock(HeldLock other) => Mode == other.Mode && Path.Equals(other.Path);

    /// <summary>What releases the other releases this one: nothing but its own guard releases a lock that has one.</summary>
    public bool IsReleasedWith(HeldLock other) =>
        IsSameLock(other) && (Guard is null ? other.Guard is null : Acquisition == other.Acquisition && Guard.Equals(other.Guard));

    public bool Equals(HeldLock? other) =>
        other is not null && Acquisition == other.Acquisition && Mode == other.Mode && IsRepaid == other.IsRepaid
        && Path.Equals(other.Path) && Equals(Guard, other.Guard);

    public override bool Equals(object? obj) => Equals(obj as HeldLock);

    public override int GetHashCode() => Path.GetHashCode();
}
