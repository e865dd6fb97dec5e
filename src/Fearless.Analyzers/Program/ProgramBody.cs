using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers.Program;

/// <summary>The body of a method, and what the engine found in it.</summary>
internal sealed class ProgramBody(IOperation root, BodyFacts facts)
{
    private VariableTable? _variables;

    public IOperation Root { get; } = root;

    public BodyFacts Facts { get; } = facts;

    public VariableTable Variables
    {
        get
        {
            if (_variables is { } known)
                return known;
            var variables = new VariableTable();
            foreach (var operation in Root.DescendantsAndSelf())
                variables.Visit(operation);
            return _variables = variables;
        }
    }

    /// <summary>It runs when somebody asks for the next element.</summary>
    public bool IsIterator { get; } = FunctionSyntax.IsIterator(root.Syntax);
}
