using System;
using System.Collections.Generic;
using System.Composition;
using System.Linq;
using System.Reflection;
using Fearless.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit;

namespace Fearless.Analyzers.Tests.Repository;

public sealed class CodeFixTests
{
    [Fact]
    public void Every_rule_has_a_fix_or_says_why_not() => Problems.AssertNone(
        from rule in RuleSet.Descriptors
        where WantsFix(rule) && !RuleSet.Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(rule.Id))
        select $"{rule.Id} has no code fix; write one, or put [NoCodeFix(\"reason\")] on its descriptor");

    [Fact]
    public void No_rule_has_both_a_fix_and_a_reason_for_none() => Problems.AssertNone(
        from rule in RuleSet.Descriptors
        where !WantsFix(rule) && RuleSet.Fixes.Any(fix => fix.FixableDiagnosticIds.Contains(rule.Id))
        select $"{rule.Id} has a code fix, so its [NoCodeFix] is out of date");

    [Fact]
    public void Reasons_for_having_no_fix_are_sentences() => Problems.AssertNone(
        from field in RuleSet.DescriptorFields
        let reason = field.GetCustomAttribute<NoCodeFixAttribute>()?.Reason
        where reason is { Length: < 20 }
        select $"{field.Name}: '{reason}' is no reason");

    [Fact]
    public void Fixes_fix_rules_that_exist() => Problems.AssertNone(
        from fix in RuleSet.Fixes
        from id in fix.FixableDiagnosticIds
        where RuleSet.Descriptors.All(rule => rule.Id != id)
        select $"{fix.GetType().Name} fixes {id}, which is no rule");

    [Fact]
    public void Fixes_are_sealed_exported_and_built_on_the_frame() => Problems.AssertNone(RuleSet.Fixes.SelectMany(Frame));

    private static IEnumerable<string> Frame(CodeFixProvider fix)
    {
        var type = fix.GetType();
        var export = type.GetCustomAttribute<ExportCodeFixProviderAttribute>();
        if (!type.IsSealed)
            yield return $"{type.Name} is not sealed";
        if (fix is not FearlessCodeFix)
            yield return $"{type.Name} does not derive from {nameof(FearlessCodeFix)}";
        if (export is not { Languages: [LanguageNames.CSharp] } || type.GetCustomAttribute<SharedAttribute>() is null)
            yield return $"{type.Name} has no [ExportCodeFixProvider(LanguageNames.CSharp), Shared], so no editor would offer it";
        else if (export.Name != type.Name && export.Name is not null)
            yield return $"{type.Name} is exported under the name {export.Name}";
    }

    [Fact]
    public void Every_fix_can_be_applied_to_all() => Problems.AssertNone(
        from fix in RuleSet.Fixes
        let scopes = fix.GetFixAllProvider()?.GetSupportedFixAllScopes() ?? []
        from scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution }
        where !scopes.Contains(scope)
        select $"{fix.GetType().Name} cannot fix all of a {scope.ToString().ToLowerInvariant()}");

    internal static bool WantsFix(DiagnosticDescriptor rule) =>
        RuleSet.DescriptorFields.Single(field => ReferenceEquals(field.GetValue(null), rule)).GetCustomAttribute<NoCodeFixAttribute>() is null;
}
