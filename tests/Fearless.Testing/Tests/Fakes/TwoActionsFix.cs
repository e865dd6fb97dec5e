using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Microsoft.CodeAnalysis.Testing.Tests.Fakes;

/// <summary>Offers two actions, the second inside a menu.</summary>
public sealed class TwoActionsFix : RenameFix
{
    private readonly ShoutFix _shout = new();

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        Register(context, "Capitalize it", "Capitalize");
        var nested = CodeAction.Create("Shout", [_shout.CreateShout(context)], isInlinable: false);
        context.RegisterCodeFix(nested, context.Diagnostics);
        return Task.CompletedTask;
    }

    protected override string Rename(string name) => Capitalize(name);

    private sealed class ShoutFix : RenameFix
    {
        public CodeAction CreateShout(CodeFixContext context) => Create(context, "Shout it", "Shout");

        protected override string Rename(string name) => name.ToUpperInvariant();
    }
}
