using System;
using System.Collections.Generic;
using System.Composition;
using System.Threading;
using System.Threading.Tasks;
using Fearless.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Fearless.CodeFixes;

/// <summary>Gives a lock an object of its own, makes its field readonly, or takes a <c>Lock</c> as what it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnsuitableLockObjectFix() : FearlessCodeFix(Descriptors.FEAR3001_UnsuitableLockObject)
{
    internal override async Task<IReadOnlyList<FixOffer>> OfferAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(LockObjectReport.FlawKey, out var text) || !Enum.TryParse<LockObjectFlaw>(text, out var flaw)
            || await LockFixContext.CreateAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } context)
        {
            return [];
        }

        var offer = flaw switch
        {
            LockObjectFlaw.NotReadonly => ReadonlyLockField.Offer(context),
            LockObjectFlaw.LockAsObject => LockTakenAsLock.Offer(context),
            LockObjectFlaw.NotStored => null, // The right lock is in the table; which call is to return it is for a person to say.
            _ => await PrivateGate.OfferAsync(context).ConfigureAwait(false),
        };
        return offer is null ? [] : [offer];
    }
}
