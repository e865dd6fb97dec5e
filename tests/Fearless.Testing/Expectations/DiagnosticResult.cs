using System.Collections.Immutable;
using System.Globalization;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>An expected diagnostic. Each <c>With</c> method returns a changed copy.</summary>
public readonly struct DiagnosticResult
{
    public static readonly DiagnosticResult[] EmptyDiagnosticResults = [];

    private readonly ImmutableArray<DiagnosticLocation> _spans;

    public DiagnosticResult(string id, DiagnosticSeverity severity)
    {
        Id = id;
        Severity = severity;
    }

    public DiagnosticResult(DiagnosticDescriptor descriptor)
        : this(descriptor.Id, descriptor.DefaultSeverity) => MessageFormat = descriptor.MessageFormat;

    public string Id { get; }

    public DiagnosticSeverity Severity { get; private init; }

    /// <summary>The format of the descriptor; null = that of the reported diagnostic.</summary>
    public LocalizableString? MessageFormat { get; private init; }

    /// <summary>Null = the arguments are not compared.</summary>
    public ImmutableArray<object?>? MessageArguments { get; private init; }

    /// <summary>The whole message; null = not compared.</summary>
    public string? Message { get; private init; }

    public DiagnosticOptions Options { get; private init; }

    /// <summary>Null and false expect a diagnostic that is not suppressed.</summary>
    public bool? IsSuppressed { get; private init; }

    /// <summary>The properties that must be there; others may be there too.</summary>
    public ImmutableDictionary<string, string?> Properties
    {
        get => field ?? ImmutableDictionary<string, string?>.Empty;
        private init;
    }

    /// <summary>The primary location, then the additional ones; empty = a diagnostic without location.</summary>
    public ImmutableArray<DiagnosticLocation> Spans
    {
        get => _spans.IsDefault ? [] : _spans;
        internal init => _spans = value;
    }

    public bool HasLocation => !Spans.IsEmpty;

    public static DiagnosticResult CompilerError(string identifier) => new(identifier, DiagnosticSeverity.Error);

    public static DiagnosticResult CompilerWarning(string identifier) => new(identifier, DiagnosticSeverity.Warning);

    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    public DiagnosticResult WithArguments(params object?[] arguments) => this with { MessageArguments = [.. arguments] };

    public DiagnosticResult WithMessage(string? message) => this with { Message = message };

    public DiagnosticResult WithMessageFormat(LocalizableString messageFormat) => this with { MessageFormat = messageFormat };

    public DiagnosticResult WithOptions(DiagnosticOptions options) => this with { Options = options };

    public DiagnosticResult WithIsSuppressed(bool? isSuppressed) => this with { IsSuppressed = isSuppressed };

    /// <summary>Beyond the model: the diagnostic must carry this property, because a code fix reads it.</summary>
    public DiagnosticResult WithProperty(string key, string? value) => this with { Properties = Properties.SetItem(key, value) };

    public DiagnosticResult WithNoLocation() => this with { Spans = [] };

    /// <summary>Adds a location of the markup: the first is the primary one, those that follow are additional ones, in order.</summary>
    public DiagnosticResult WithLocation(int markupKey, DiagnosticLocationOptions options = DiagnosticLocationOptions.None) =>
        this with { Spans = Spans.Add(DiagnosticLocation.FromMarkup(markupKey, options)) };

    /// <summary>Adds a span in the first file; lines and columns count from 1.</summary>
    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan("", startLine, startColumn, endLine, endColumn);

    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn) =>
        WithSpan(DiagnosticLocation.CreateSpan(path, startLine, startColumn, endLine, endColumn));

    public DiagnosticResult WithSpan(FileLinePositionSpan span, DiagnosticLocationOptions options = DiagnosticLocationOptions.None) =>
        this with { Spans = Spans.Add(new DiagnosticLocation(span, options)) };

    /// <summary>The message that <paramref name="actual"/> must have; null = any.</summary>
    internal string? GetExpectedMessage(Diagnostic actual)
    {
        if (Message is not null || MessageArguments is not { } arguments)
        {
            return Message;
        }

        var format = (MessageFormat ?? actual.Descriptor.MessageFormat).ToString(CultureInfo.InvariantCulture);
        return string.Format(CultureInfo.InvariantCulture, format, [.. arguments]);
    }
}
