using System.Collections.Generic;
using System.Globalization;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Files of a state. Those without a name are called <c>/0/Test0.cs</c>, <c>/0/Test1.cs</c> and so on.</summary>
public sealed class SourceFileList(string defaultPrefix, string defaultExtension) : List<(string filename, string content)>
{
    public void Add(string content) =>
        Add((defaultPrefix + Count.ToString(CultureInfo.InvariantCulture) + "." + defaultExtension, content));
}
