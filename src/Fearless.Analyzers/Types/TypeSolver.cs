using System.Collections.Concurrent;
using System.Collections.Generic;

namespace Fearless.Analyzers.Types;

/// <summary>
/// Answers whether types are Send or Sync. An answer is the least of everything that can be reached from the question through requirements,
/// so recursion assumes yes by itself, and what is remembered never rests on an assumption: a no holds for every question on the way to it,
/// a yes for everything that was visited, an unknown only for the question asked.
/// </summary>
internal sealed class TypeSolver(Derivation derivation)
{
    private readonly ConcurrentDictionary<Question, Verdict> _answers = new();

    public Derivation Derivation { get; } = derivation;

    public Verdict Judge(Question question) => _answers.TryGetValue(question, out var known) ? known : Search(question);

    private Verdict Search(Question root)
    {
        var visited = new HashSet<Question> { root };
        var stack = new Stack<Frame>();
        var answer = Verdict.Yes;
        stack.Push(new Frame(root, Expand(root)));
        while (stack.Count > 0)
        {
            var frame = stack.Peek();
            if (frame.Index == frame.Requirements.Count)
            {
                stack.Pop();
                continue;
            }

            var requirement = frame.Requirements[frame.Index++];
            var verdict = Verdict.Yes;
            if (requirement.Cause is { } cause)
                verdict = cause.Verdict;
            else if (requirement.Next is { } next && visited.Add(next) && !_answers.TryGetValue(next, out verdict))
            {
                verdict = Verdict.Yes;
                stack.Push(new Frame(next, Expand(next)));
            }

            if (verdict == Verdict.No)
            {
                foreach (var above in stack)
                    _answers.TryAdd(above.Question, Verdict.No);
                return Verdict.No;
            }

            if (verdict == Verdict.Unknown)
                answer = Verdict.Unknown;
        }

        if (answer == Verdict.Unknown)
        {
            _answers.TryAdd(root, answer);
            return answer;
        }

        foreach (var question in visited)
            _answers.TryAdd(question, Verdict.Yes);
        return Verdict.Yes;
    }

    private List<Requirement> Expand(Question question)
    {
        var requirements = new List<Requirement>();
        Derivation.Expand(question, requirements);
        return requirements;
    }

    private sealed class Frame(Question question, List<Requirement> requirements)
    {
        public Question Question { get; } = question;

        public List<Requirement> Requirements { get; } = requirements;

        public int Index { get; set; }
    }
}
