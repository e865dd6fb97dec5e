using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Fearless.CodeFixes;

/// <summary>Fixes of FEAR2001, the one that changes least first.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CapturedVariableConflictFix)), Shared]
public sealed class CapturedVariableConflictFix() : FearlessCodeFix(Descriptors.FEAR2001_CapturedVariableConflict)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var offers = new List<FixOffer>();
        if (await CaptureContext.CreateAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } context)
            return offers;
        if (CopyBeforeStart.For(context) is { } copy)
            offers.Add(copy);
        if (UseInterlocked.For(context) is { } interlocked)
            offers.Add(interlocked);
        if (JoinFirst.For(context) is { } join)
            offers.Add(join);
        return offers;
    }
}
