using System.Globalization;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Reports the fields of a bad class as additional locations, and their number as a property.</summary>
public sealed class MemberLocationsAnalyzer : FakeAnalyzer
{
    protected override void Register(AnalysisContext context) => OnBadClass(context, static (c, type) =>
    {
        var fields = type.Members.OfType<FieldDeclarationSyntax>().SelectMany(static f => f.Declaration.Variables).Select(static v => v.Identifier.GetLocation()).ToArray();
        var properties = ImmutableDictionary<string, string?>.Empty.Add("Fields", fields.Length.ToString(CultureInfo.InvariantCulture));
        c.ReportDiagnostic(Diagnostic.Create(Rule, type.Identifier.GetLocation(), fields, properties, type.Identifier.Text));
    });
}
