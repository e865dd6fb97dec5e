using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Analyzers.Sharing;

/// <summary>The names of static fields and properties that hold an object made for them (<c>static readonly Dictionary&lt;…&gt; Cache = new()</c>), and the types that mention one.</summary>
internal sealed class StaticMentions(Compilation compilation) : MemberMentions(compilation)
{
    protected override void AddNames(SyntaxTree tree, HashSet<string> names, CancellationToken cancellation)
    {
        foreach (var node in tree.GetRoot(cancellation).DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax)))
        {
            switch (node)
            {
                case FieldDeclarationSyntax field when field.Modifiers.Any(SyntaxKind.StaticKeyword):
                    foreach (var variable in field.Declaration.Variables)
                    {
                        if (variable.Initializer is { } value && IsMutable(field.Declaration.Type, value.Value))
                            names.Add(variable.Identifier.ValueText);
                    }

                    break;
                case PropertyDeclarationSyntax { Initializer: { } initializer } property when property.Modifiers.Any(SyntaxKind.StaticKeyword) && IsMutable(property.Type, initializer.Value):
                    names.Add(property.Identifier.ValueText);
                    break;
            }
        }
    }

    /// <summary>An object of a type that could mind: not a lock, a delegate, a number or a text.</summary>
    private static bool IsMutable(TypeSyntax type, ExpressionSyntax value)
    {
        if (value is not (BaseObjectCreationExpressionSyntax or CollectionExpressionSyntax))
            return false;
        var name = type is QualifiedNameSyntax qualified ? qualified.Right.Identifier.ValueText : (type as SimpleNameSyntax)?.Identifier.ValueText;
        return name is not null and not ("Object" or "Lock" or "Regex" or "Guid" or "TimeSpan" or "DateTime" or "HttpClient" or "JsonSerializerOptions" or "SemaphoreSlim"
                or "Action" or "Func" or "ThreadLocal" or "AsyncLocal" or "ActivitySource" or "Meter" or "Uri" or "Version" or "ReaderWriterLockSlim" or "Lazy" or "Type")
            && !name.StartsWith("Concurrent", System.StringComparison.Ordinal) && !name.StartsWith("Immutable", System.StringComparison.Ordinal)
            && !name.StartsWith("Frozen", System.StringComparison.Ordinal) && !name.EndsWith("Attribute", System.StringComparison.Ordinal);
    }
}
