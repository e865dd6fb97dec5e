namespace Fearless.Analyzers.Types;

/// <summary>The parts of a message that the rules of contracts share.</summary>
internal static class ContractText
{
    /// <summary>The chain, and what one can do about something that is merely unknown.</summary>
    public static string Because(Explanation explanation)
    {
        var chain = ExplanationText.Chain(explanation);
        return explanation.Verdict == Verdict.No ? chain : chain + "; " + Advice(explanation);
    }

    private static string Advice(Explanation explanation)
    {
        var marker = explanation.Lacking == Trait.Sync ? "[Sync]" : "[Send]";
        return explanation.Cause.Kind switch
        {
            CauseKind.OpenClass => $"seal it, or mark it {marker}",
            CauseKind.Interface => $"mark it {marker} if it is yours, or add it to the catalog",
            CauseKind.NoEntry => $"add an entry to the catalog, or mark what holds it",
            CauseKind.TypeParameter => $"mark the type parameter {marker}",
            CauseKind.Delegate => $"use a delegate type that is marked {marker}, or say why it is safe with [Assume{(explanation.Lacking == Trait.Sync ? "Sync" : "Send")}]",
            _ => $"say why it is safe with [Assume{(explanation.Lacking == Trait.Sync ? "Sync" : "Send")}]",
        };
    }
}
