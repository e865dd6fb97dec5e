using System.Collections.Generic;
using System.Linq;
using Fearless.Metamorphic.Frame;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Fearless.Metamorphic.Transformations;

internal sealed class RenameEverything : Transformation
{
    public override string Name => "rename-everything";

    public override string Precondition =>
        "a symbol of the program whose name no interface, base class, pattern, language or convention (\"ForTests\") asks for";

    public override SiteRewriter RewriterFor(SemanticModel model, Sites sites) => new Rewriter(model, sites);

    private sealed class Rewriter : SiteRewriter
    {
        private static readonly string[] _syllables = ["ka", "lo", "mi", "ru", "te", "vo", "zi", "pe", "su", "no"];
        private static readonly HashSet<string> _patterns =
            ["GetEnumerator", "GetAsyncEnumerator", "MoveNext", "MoveNextAsync", "Current", "Dispose", "DisposeAsync", "GetAwaiter", "GetResult", "Deconstruct", "Add", "Main", "value"];

        private readonly Dictionary<string, string> _names = [];

        /// <summary>By name, so that what shares a name (overloads, overrides, a constructor's parameter and its field) keeps sharing it.</summary>
        public Rewriter(SemanticModel model, Sites sites)
            : base(model, sites)
        {
            var kept = new HashSet<string>(_patterns);
            var declared = new List<string>();
            foreach (var node in model.SyntaxTree.GetRoot().DescendantNodes())
            {
                if (Declared(node) is { } symbol)
                    (MayChange(symbol) ? (ICollection<string>)declared : kept).Add(symbol.Name);
                else if (node is SimpleNameSyntax name && model.GetSymbolInfo(name) is var info && (info.Symbol ?? info.CandidateSymbols.FirstOrDefault()) is var used
                    && (used is null || used is INamespaceSymbol || !used.Locations.Any(static l => l.IsInSource)))
                    kept.Add(name.Identifier.ValueText);
            }

            foreach (var name in declared.Distinct())
            {
                if (!kept.Contains(name) && sites.Take())
                    _names.Add(name, sites.Fresh(Like(name)));
            }
        }

        public override SyntaxToken VisitToken(SyntaxToken token)
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && _names.TryGetValue(token.ValueText, out var name))
                return SyntaxFactory.Identifier(token.LeadingTrivia, name, token.TrailingTrivia);
            // A marker names a lock by its name.
            return token.IsKind(SyntaxKind.StringLiteralToken) && token.Parent?.FirstAncestorOrSelf<AttributeArgumentSyntax>() is not null
                ? SyntaxFactory.Literal(Renamed(token.ValueText)).WithTriviaFrom(token)
                : base.VisitToken(token);
        }

        private string Renamed(string path) =>
            path.Contains(' ') ? path : string.Join('.', path.Split('.').Select(step => _names.GetValueOrDefault(step, step)));

        private ISymbol? Declared(SyntaxNode node) => node is MemberDeclarationSyntax or VariableDeclaratorSyntax or ParameterSyntax or TypeParameterSyntax
            or SingleVariableDesignationSyntax or LocalFunctionStatementSyntax or ForEachStatementSyntax or CatchDeclarationSyntax or EnumMemberDeclarationSyntax
                ? Model.GetDeclaredSymbol(node)
                : null;

        private static bool MayChange(ISymbol symbol) => symbol switch
        {
            INamespaceSymbol => false,
            IMethodSymbol { MethodKind: not MethodKind.Ordinary and not MethodKind.LocalFunction } => true,
            IMethodSymbol { IsOverride: true } or IPropertySymbol { IsOverride: true } or IMethodSymbol { IsExtern: true } => false,
            _ => !symbol.Name.Contains("test", System.StringComparison.OrdinalIgnoreCase) && !Implements(symbol) && symbol.ContainingType?.IsAnonymousType != true,
        };

        /// <summary>An interface that is not in the program.</summary>
        private static bool Implements(ISymbol member) =>
            member is IMethodSymbol or IPropertySymbol or IEventSymbol
            && member.ContainingType is { } type
            && type.AllInterfaces.Where(static i => !i.Locations.Any(static l => l.IsInSource)).SelectMany(static i => i.GetMembers())
                .Any(asked => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(asked), member));

        /// <summary>Underscores, capitals and the letter of interfaces and type parameters stay: a style, not a word.</summary>
        private string Like(string name)
        {
            var word = string.Concat(Enumerable.Range(0, 3).Select(_ => _syllables[Sites.Random.Next(_syllables.Length)]));
            var start = name.Length - name.TrimStart('_').Length;
            if (start >= name.Length)
                return name;
            var isUpper = char.IsUpper(name[start]);
            var prefix = isUpper && name.Length > start + 1 && name[start] is 'I' or 'T' && char.IsUpper(name[start + 1]) ? name[start].ToString() : "";
            return name[..start] + prefix + (isUpper ? char.ToUpperInvariant(word[0]) + word[1..] : word);
        }
    }
}
