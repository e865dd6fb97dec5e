using System.Collections.Generic;

namespace Fearless.Analyzers.Types;

/// <summary>Finds the shortest chain of reasons for an answer; only asked when there is something to report.</summary>
internal static class Explainer
{
    /// <summary>Null: the answer is yes.</summary>
    public static Explanation? Explain(TypeSolver solver, Question root)
    {
        var verdict = solver.Judge(root);
        if (verdict == Verdict.Yes)
            return null;

        // Breadth first, fields in the order of their declaration: the shortest chain, and always the same one.
        var visited = new HashSet<Question> { root };
        var queue = new Queue<Node>();
        var requirements = new List<Requirement>();
        queue.Enqueue(new Node(root, null, null));
        while (queue.Count > 0)
        {
            var node = queue.Dequeue();
            requirements.Clear();
            solver.Derivation.Expand(node.Question, requirements);
            foreach (var requirement in requirements)
            {
                if (requirement.Cause is { } cause && cause.Verdict == verdict)
                    return Collect(node, requirement.Link, root, verdict, cause);
                if (requirement.Next is { } next && visited.Add(next))
                    queue.Enqueue(new Node(next, requirement.Link, node));
            }
        }

        return null;
    }

    private static Explanation Collect(Node found, Link? last, Question root, Verdict verdict, Cause cause)
    {
        var links = new List<Link>();
        if (last is not null)
            links.Add(last);
        for (Node? node = found; node is not null; node = node.From)
        {
            if (node.Link is not null)
                links.Add(node.Link);
        }

        links.Reverse();
        return new Explanation(root, verdict, links, cause, found.Question.Trait);
    }

    private sealed class Node(Question question, Link? link, Node? from)
    {
        public Question Question { get; } = question;

        public Link? Link { get; } = link;

        public Node? From { get; } = from;
    }
}
