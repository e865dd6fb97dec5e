using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Reads the markup of a state: files become plain, spans become expectations, numbers become spans.</summary>
internal sealed class StateEvaluator
{
    private readonly TestSettings _settings;
    private readonly MarkupMode _mode;
    private readonly List<DiagnosticResult> _expected = [];
    private readonly Dictionary<int, FileLinePositionSpan> _numbered = [];

    private StateEvaluator(TestSettings settings, MarkupMode mode)
    {
        _settings = settings;
        _mode = mode;
    }

    public static EvaluatedState Evaluate(SolutionState state, TestSettings settings, MarkupMode defaultMode)
    {
        var evaluator = new StateEvaluator(settings, state.MarkupHandling ?? defaultMode);
        var projects = ImmutableArray.Create(evaluator.EvaluateProject(state))
            .AddRange(state.AdditionalProjects.Values.Select(evaluator.EvaluateProject));
        var result = new EvaluatedState(projects, []);
        var expected = evaluator._expected.Concat(state.ExpectedDiagnostics).Select(d => evaluator.Resolve(d, result.DefaultPath));
        return result with { Expected = [.. expected] };
    }

    private EvaluatedProject EvaluateProject(ProjectState project) =>
        new(project, EvaluateFiles(project.Sources), EvaluateFiles(project.AdditionalFiles), EvaluateFiles(project.AnalyzerConfigFiles));

    private ImmutableArray<EvaluatedFile> EvaluateFiles(SourceFileList files) =>
        [.. files.Select(f => EvaluateFile(f.filename, f.content))];

    private EvaluatedFile EvaluateFile(string path, string content)
    {
        // One kind of line end, whatever the checkout made of the test: the formatter's own.
        var normalized = content.ReplaceLineEndings(Environment.NewLine);
        var markup = _mode == MarkupMode.None ? ParsedMarkup.Plain(normalized) : MarkupParser.Parse(normalized, _settings.MarkupOptions);
        var text = SourceText.From(markup.Text, Encoding.UTF8);
        foreach (var (name, span) in markup.Spans)
        {
            AddSpan(name, new FileLinePositionSpan(path, text.Lines.GetLinePositionSpan(span)));
        }

        foreach (var position in markup.Positions)
        {
            var span = new FileLinePositionSpan(path, text.Lines.GetLinePositionSpan(new TextSpan(position, 0)));
            AddExpected(name: null, span, DiagnosticLocationOptions.IgnoreLength);
        }

        return new EvaluatedFile(path, text);
    }

    private void AddSpan(string? name, FileLinePositionSpan span)
    {
        if (name is not ['#', ..])
        {
            AddExpected(name, span, DiagnosticLocationOptions.None);
        }
        else if (!int.TryParse(name.AsSpan(1), out var key))
        {
            throw new ArgumentException($"The markup location '{name}' is not a number.");
        }
        else if (!_numbered.TryAdd(key, span))
        {
            throw new ArgumentException($"The markup location '{name}' is used in more than one file.");
        }
    }

    private void AddExpected(string? name, FileLinePositionSpan span, DiagnosticLocationOptions options)
    {
        if (_mode == MarkupMode.Ignore || (_mode == MarkupMode.IgnoreFixable && IsFixable(name)))
        {
            return;
        }

        // The message of markup is open, so an ID that several descriptors share needs no choice.
        var result = name is null ? new DiagnosticResult(_settings.GetDefaultDescriptor()) : _settings.CreateResult(name);
        _expected.Add(result.WithSpan(span, options));
    }

    private bool IsFixable(string? name) =>
        name is not null
            ? _settings.IsFixable(name)
            : _settings.Descriptors.All(d => _settings.IsFixable(d.Id)) || _settings.IsFixable(_settings.GetDefaultDescriptor().Id);

    private DiagnosticResult Resolve(DiagnosticResult result, string defaultPath) =>
        result with { Spans = [.. result.Spans.Select(s => Resolve(s, defaultPath))] };

    private DiagnosticLocation Resolve(DiagnosticLocation location, string defaultPath)
    {
        if (location.MarkupKey is { } key)
        {
            return _numbered.TryGetValue(key, out var span)
                ? new DiagnosticLocation(span, location.Options)
                : throw new ArgumentException($"No file has the markup location '{{|#{key}:…|}}' that an expectation names.");
        }

        return location.Span.Path.Length > 0
            ? location
            : new DiagnosticLocation(
                new FileLinePositionSpan(defaultPath, location.Span.StartLinePosition, location.Span.EndLinePosition), location.Options);
    }
}
