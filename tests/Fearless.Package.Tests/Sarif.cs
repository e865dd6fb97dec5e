using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Fearless.Package.Tests;

/// <summary>The log that the compiler writes for other tools (<c>ErrorLog</c>): the only place where a build says how long a finding is.</summary>
internal static class Sarif
{
    /// <summary>"file(line,column-endColumn): level ID: text", for our rules.</summary>
    public static string[] Findings(string log) => [.. Results(log).Select(static result => result.Text)];

    /// <summary>The help link that the log gives for each of our rules that has a finding.</summary>
    public static Dictionary<string, string?> HelpLinks(string log)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(log));
        var rules = document.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .ToDictionary(static rule => rule.GetProperty("id").GetString()!, static rule => rule.TryGetProperty("helpUri", out var link) ? link.GetString() : null);
        return Results(log).Select(static result => result.Id).Distinct().ToDictionary(static id => id, id => rules[id]);
    }

    private static List<(string Id, string Text)> Results(string log)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(log));
        return [.. document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(Describe)
            .Where(static result => result.Id.StartsWith("FEAR", System.StringComparison.Ordinal) || result.Id == "AD0001").OrderBy(static result => result.Text, System.StringComparer.Ordinal)];
    }

    private static (string Id, string Text) Describe(JsonElement result)
    {
        var id = result.GetProperty("ruleId").GetString()!;
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var file = Path.GetFileName(place.GetProperty("artifactLocation").GetProperty("uri").GetString());
        var region = place.GetProperty("region");
        var text = result.GetProperty("message").GetProperty("text").GetString();
        var level = result.TryGetProperty("level", out var given) ? given.GetString() : "warning";
        return (id, $"{file}({region.GetProperty("startLine")},{region.GetProperty("startColumn")}-{region.GetProperty("endColumn")}): {level} {id}: {text}");
    }
}
