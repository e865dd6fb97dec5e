using System;
using System.Linq;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;

namespace Fearless.CodeFixes;

/// <summary>
/// Looks at the locks of the project's other documents. A fix changes one document; were the same object locked in another, half of the
/// code would go on with the old lock, and nothing would be excluded any more.
/// </summary>
internal static class LockSites
{
    public static bool ExistElsewhere(LockFixContext context, Func<LockSite, bool> isSame)
    {
        var compilation = context.Model.Compilation;
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (tree == context.Root.SyntaxTree || !LockText.Mentions(tree))
                continue;
            var root = tree.GetRoot(context.CancellationToken);
#pragma warning disable RS1030 // This is a fix: it runs when somebody asks for it.
            if (LockSite.FindAll(root, compilation.GetSemanticModel(tree), context.CancellationToken).Any(isSame))
#pragma warning restore RS1030
                return true;
        }

        return false;
    }
}
