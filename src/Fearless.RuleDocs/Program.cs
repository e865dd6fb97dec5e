using System;
using System.Linq;
using Fearless.RuleDocs;

const string Usage = "dotnet run --project src/Fearless.RuleDocs -- --write";

var drifted = RepositoryDocs.All(SourceTree.Find(AppContext.BaseDirectory)).Where(static file => file.HasDrifted).ToList();
switch (args)
{
    case ["--write"]:
        foreach (var file in drifted)
        {
            file.Write();
            Console.WriteLine($"written: {file.Path}");
        }

        return 0;

    case ["--check"]:
        foreach (var file in drifted)
            Console.Error.WriteLine($"{file.Path} is not what the descriptor table says; regenerate it: {Usage}");
        return drifted.Count == 0 ? 0 : 1;

    default:
        Console.Error.WriteLine("usage: --write | --check");
        return 2;
}
