namespace Fearless.Analyzers.Types;

/// <summary>
/// One of the things that must all hold for an answer to be yes: another question, or a plain cause for it not to be. A type's answer is
/// the conjunction of its requirements and nothing else, which is what makes recursion ("assume yes") a matter of reachability.
/// </summary>
internal readonly struct Requirement
{
    private Requirement(Link? link, Question? next, Cause? cause)
    {
        Link = link;
        Next = next;
        Cause = cause;
    }

    /// <summary>How the question's type leads to it; null: it is about the type itself.</summary>
    public Link? Link { get; }

    public Question? Next { get; }

    public Cause? Cause { get; }

    public static Requirement That(Link link, Question next) => new(link, next, null);

    public static Requirement Fails(Cause cause, Link? link = null) => new(link, null, cause);
}
