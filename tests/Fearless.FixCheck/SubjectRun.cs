using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Fearless.FixCheck;

/// <summary>Everything that is offered for one program: each action alone, then Fix All until nothing is left.</summary>
internal sealed class SubjectRun(Subject subject, Coverage coverage, Func<string, bool> wants)
{
    private const int MostRounds = 6;

    private readonly List<Outcome> _outcomes = [];

    public async Task<IReadOnlyList<Outcome>> RunAsync()
    {
        var before = await Suite.AnalyseAsync(Programs.Create(subject));
        var byKey = new Dictionary<(DocumentId Document, string Key), List<(Offer Offer, string? Text)>>();
        foreach (var finding in before.Findings.Where(finding => wants(finding.Id)))
        {
            if (before.Project.GetDocument(finding.Location.SourceTree) is not { } document)
                continue;
            var offers = await OffersAsync(document, finding);
            coverage.Add(finding, subject.Name, offers.Count > 0);
            foreach (var offer in offers)
            {
                if (!byKey.TryGetValue((document.Id, offer.Key), out var same))
                    byKey.Add((document.Id, offer.Key), same = []);
                same.Add((offer, await TryAsync(before, offer)));
            }
        }

        foreach (var same in byKey.Values)
            await FixAllAsync(before, same[0].Offer, same.Count == 1 ? same[0].Text : null, [.. same.Select(static one => one.Offer.Finding)]);
        return _outcomes;
    }

    private async Task<IReadOnlyList<Offer>> OffersAsync(Document document, Diagnostic finding)
    {
        try
        {
            return await Suite.OffersAsync(document, finding);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _outcomes.Add(new Outcome(subject.Name, $"{finding.Id} at line {finding.Location.GetLineSpan().StartLinePosition.Line + 1}", [exception.ToString()], ""));
            return [];
        }
    }

    private async Task<string?> TryAsync(Snapshot before, Offer offer)
    {
        var what = $"{offer.Finding.Id} '{offer.Action.Title}' at line {offer.Finding.Location.GetLineSpan().StartLinePosition.Line + 1}";
        try
        {
            var (problems, _, text) = await JudgeAsync(before, await Suite.ApplyAsync(offer.Action), offer, [offer.Finding]);
            _outcomes.Add(new Outcome(subject.Name, what, problems, text));
            return text;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            _outcomes.Add(new Outcome(subject.Name, what, [exception.ToString()], ""));
            return null;
        }
    }

    private async Task FixAllAsync(Snapshot before, Offer? offer, string? alone, IReadOnlyList<Diagnostic> targets)
    {
        var (key, document) = (offer!.Key, offer.Document.Id);
        var what = $"{offer.Finding.Id} '{offer.Action.Title}', Fix All";
        var problems = new List<string>();
        var text = "";
        try
        {
            for (var round = 0; offer is not null; round++)
            {
                if (round == MostRounds)
                {
                    problems.Add("never comes to an end");
                    break;
                }

                var context = new FixAllContext(offer.Document, offer.Provider, FixAllScope.Document, offer.Action.EquivalenceKey, offer.Provider.FixableDiagnosticIds, new KnownFindings(before), CancellationToken.None);
                if (await offer.Provider.GetFixAllProvider()!.GetFixAsync(context) is not { } action)
                {
                    problems.Add("has no Fix All");
                    break;
                }

                var changed = await Suite.ApplyAsync(action);
                if (alone is not null && (await changed.GetDocument(document)!.GetTextAsync()).ToString() == alone)
                {
                    _outcomes.Add(new Outcome(subject.Name, what, [], alone));
                    return;
                }

                alone = null;
                (var more, before, text) = await JudgeAsync(before, changed, offer, targets);
                problems.AddRange(more);
                if (more.Count > 0)
                    break;
                offer = await NextAsync(before, document, key);
                targets = offer is null ? [] : [.. before.Findings.Where(finding => finding.Id == offer.Finding.Id)];
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            problems.Add(exception.ToString());
        }

        _outcomes.Add(new Outcome(subject.Name, what, problems, text));
    }

    private static async Task<Offer?> NextAsync(Snapshot snapshot, DocumentId id, string key)
    {
        var document = snapshot.Project.GetDocument(id)!;
        foreach (var finding in snapshot.FindingsIn(document))
        {
            if ((await Suite.OffersAsync(document, finding)).FirstOrDefault(offer => offer.Key == key) is { } offer)
                return offer;
        }

        return null;
    }

    private static async Task<(List<string> Problems, Snapshot After, string Text)> JudgeAsync(Snapshot before, Solution changed, Offer offer, IReadOnlyList<Diagnostic> targets)
    {
        var problems = new List<string>();
        var text = "";
        foreach (var id in changed.GetProject(before.Project.Id)!.GetChanges(before.Project).GetChangedDocuments().ToList())
        {
            var built = await changed.GetDocument(id)!.GetSyntaxRootAsync();
            var newText = await changed.GetDocument(id)!.GetTextAsync();
            var old = await before.Project.GetDocument(id)!.GetSyntaxRootAsync();
            var parsed = CSharpSyntaxTree.ParseText(newText, (CSharpParseOptions?)before.Project.ParseOptions, old!.SyntaxTree.FilePath);
            var change = new Change(old, built!, await parsed.GetRootAsync(), targets);
            problems.AddRange([.. TreeCheck.Problems(change), .. CommentCheck.Problems(change), .. LineEndCheck.Problems(change), .. LayoutCheck.Problems(change), .. ScopeCheck.Problems(change)]);
            changed = changed.WithDocumentText(id, newText);
            text = newText.ToString();
        }

        var after = await Suite.AnalyseAsync(changed.GetProject(before.Project.Id)!);
        problems.AddRange(CompileCheck.Problems(before, after));
        problems.AddRange(FindingCheck.Problems(before, after, offer.Finding.Id));
        return (problems, after, text);
    }
}
