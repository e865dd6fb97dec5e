using System.Collections.Generic;
using Fearless.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Fearless.Analyzers;

/// <summary>
/// A loop over a channel ends only when everybody who could send has said that nothing more will come. Rust drops a sender at the end of its
/// scope; here somebody must dispose it, or complete the writer, on every path.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnclosedChannel() : FearlessAnalyzer(Descriptors.FEAR7010_UnclosedChannel)
{
    /// <summary>Diagnostic property: the name of what is not closed.</summary>
    internal const string NameKey = "name";

    internal override void Register(AnalyzerRegistration registration)
    {
        var compilation = registration.Scope.Compilation;
        var hasSenders = !compilation.GetTypesByMetadataName("Fearless.Sender`1").IsEmpty && !compilation.DeclaresMarkers();
        var hasWriters = !compilation.GetTypesByMetadataName("System.Threading.Channels.ChannelWriter`1").IsEmpty;
        if (hasSenders || hasWriters)
            registration.RegisterOperationBlockAction(Check);
    }

    private static void Check(BodyContext context)
    {
        foreach (var block in context.OperationBlocks)
        {
            foreach (var operation in block.Descendants())
            {
                switch (operation)
                {
                    case IInvocationOperation { TargetMethod: { Name: "Channel" or "SyncChannel", ContainingType: { Name: "Mpsc" } owner } } made when owner.ContainingNamespace.IsNamed("Fearless"):
                        CheckSender(context, made, block);
                        break;
                    case IInvocationOperation { TargetMethod: { Name: "Complete" or "TryComplete", ContainingType.Name: "ChannelWriter" }, Instance: { } writer } completion:
                        CheckWriter(context, completion, writer.Unwrap(), block);
                        break;
                }
            }
        }
    }

    private static void CheckSender(BodyContext context, IInvocationOperation made, IOperation block)
    {
        if (ChannelEnds.Of(made) is not { } ends || ChannelEnds.ReadToTheEnd(block, ends.Receiver) is not { } loop || !ChannelEnds.IsKeptOpen(block, ends.Sender))
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.FEAR7010_UnclosedChannel,
            made.Syntax.GetLocation(),
            [loop.Syntax.GetLocation()],
            System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty.Add(NameKey, ends.Sender.Name),
            $"nobody disposes '{ends.Sender.Name}', so the loop over '{ends.Receiver.Name}' at line {loop.Syntax.Line()} never ends",
            "dispose it as soon as the last clone has been made"));
    }

    private static void CheckWriter(BodyContext context, IInvocationOperation completion, IOperation writer, IOperation block)
    {
        if (ChannelEnds.Name(writer) is not { } name || completion.Arguments.Length > 0 && !completion.Arguments[0].IsImplicit)
            return;
        foreach (var exit in EarlyExits.Before(completion, writer, block))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.FEAR7010_UnclosedChannel,
                exit.GetLocation(),
                [completion.Syntax.GetLocation()],
                System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty.Add(NameKey, completion.Syntax.ToString()),
                $"this leaves without completing '{name}', as line {completion.Syntax.Line()} does, so whoever reads to its end waits for ever",
                "complete it in a finally"));
        }
    }
}
