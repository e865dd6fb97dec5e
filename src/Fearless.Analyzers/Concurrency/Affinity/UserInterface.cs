using Microsoft.CodeAnalysis;

namespace Fearless.Analyzers;

/// <summary>Types whose code comes back to the thread of a user interface after an await.</summary>
internal static class UserInterface
{
    public static bool Shows(INamedTypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "Control" or "DispatcherObject" or "Form" or "Window" or "Page" or "BindableObject" or "ComponentBase")
                return true;
        }

        foreach (var contract in type?.AllInterfaces ?? [])
        {
            if (contract.Name is "INotifyPropertyChanged" or "ISynchronizeInvoke" or "IWin32Window")
                return true;
        }

        return false;
    }
}
