using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers.Types;

/// <summary>One access to a field after its object was made.</summary>
internal sealed class MemberAccess(SyntaxNode syntax, bool isWrite, bool isAtomic, bool isReadModifyWrite, HashSet<LockName> locks)
{
    public SyntaxNode Syntax { get; } = syntax;

    public bool IsWrite { get; } = isWrite;

    public bool IsAtomic { get; } = isAtomic;

    public bool IsReadModifyWrite { get; } = isReadModifyWrite;

    /// <summary>What is held for certain, and strongly enough for this access.</summary>
    public HashSet<LockName> Locks { get; } = locks;
}
