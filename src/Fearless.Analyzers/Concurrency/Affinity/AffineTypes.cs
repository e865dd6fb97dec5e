using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>The bases of the frameworks whose objects belong to a thread: where none of them is there, nobody need look.</summary>
internal static class AffineTypes
{
    public static bool AreReferenced(Compilation compilation)
    {
        foreach (var name in (string[])[
            "System.Windows.Threading.DispatcherObject", "System.Windows.Forms.Control", "Microsoft.UI.Xaml.DependencyObject", "Windows.UI.Xaml.DependencyObject",
            "Microsoft.Maui.Controls.BindableObject", "Avalonia.AvaloniaObject", "UnityEngine.Object", "Godot.Node"])
        {
            if (!compilation.GetTypesByMetadataName(name).IsEmpty)
                return true;
        }

        return false;
    }
}
