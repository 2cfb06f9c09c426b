using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Writes what a package is made of as CycloneDX 1.6 JSON, from what was restored. It has neither a time nor a serial
/// number, so that the same restore gives the same bytes. Compiled by MSBuild as it packs: netstandard 2.0 alone, hence
/// JSON is read through the framework's XML reader of JSON.
/// </summary>
public sealed class WriteSbom : Task
{
    private XElement assets;
    private XElement target;

    [Required]
    public string AssetsFile { get; set; }

    [Required]
    public string PackageId { get; set; }

    [Required]
    public string PackageVersion { get; set; }

    [Required]
    public string Licence { get; set; }

    [Required]
    public string Output { get; set; }

    public override bool Execute()
    {
        using (var reader = JsonReaderWriterFactory.CreateJsonReader(File.ReadAllBytes(AssetsFile), XmlDictionaryReaderQuotas.Max))
        {
            assets = XElement.Load(reader);
        }

        target = Child(assets, "targets").Elements().First(element => !Key(element).Contains("/"));
        Directory.CreateDirectory(Path.GetDirectoryName(Output));
        File.WriteAllText(Output, Write(Shipped()));
        return !Log.HasLoggedErrors;
    }

    /// <summary>What the package's users get: everything reachable from what is not private to the build.</summary>
    private List<XElement> Shipped()
    {
        var found = new SortedDictionary<string, XElement>(StringComparer.OrdinalIgnoreCase);
        var next = new Queue<string>(Direct());
        while (next.Count > 0)
        {
            var name = next.Dequeue();
            if (!found.ContainsKey(name) && Find(name) is XElement library)
            {
                found.Add(name, library);
                foreach (var dependency in Dependencies(library))
                {
                    next.Enqueue(dependency);
                }
            }
        }

        return found.Values.ToList();
    }

    private List<string> Direct()
    {
        var project = Child(assets, "project");
        var packages = Children(Child(project, "frameworks").Elements().First(), "dependencies")
            .Where(package => Value(package, "suppressParent") != "All").Select(Key);
        var projects = Child(Child(project, "restore"), "frameworks").Elements().SelectMany(framework => Children(framework, "projectReferences"))
            .Select(reference => Path.GetFileNameWithoutExtension(Key(reference)));
        return packages.Concat(projects).OrderBy(name => name, StringComparer.OrdinalIgnoreCase).ToList();
    }

    private XElement Find(string name) => target.Elements()
        .FirstOrDefault(library => string.Equals(Key(library).Split('/')[0], name, StringComparison.OrdinalIgnoreCase));

    private string Write(List<XElement> shipped)
    {
        var self = Purl(PackageId + "/" + PackageVersion);
        var dependencies = new[] { Node(self, Direct()) }.Concat(shipped.Select(library => Node(Purl(Key(library)), Dependencies(library))));
        var text = new StringBuilder()
            .Append("{\n  \"$schema\": \"http://cyclonedx.org/schema/bom-1.6.schema.json\",\n  \"bomFormat\": \"CycloneDX\",\n")
            .Append("  \"specVersion\": \"1.6\",\n  \"version\": 1,\n  \"metadata\": { \"component\": ")
            .Append(Component(PackageId + "/" + PackageVersion, Licence, hash: null)).Append(" },\n  \"components\": [")
            .Append(Lines(shipped.Select(Component))).Append("],\n  \"dependencies\": [").Append(Lines(dependencies)).Append("]\n}\n");
        return text.ToString();
    }

    private string Component(XElement library)
    {
        if (Value(library, "type") == "project")
        {
            return Component(Key(library), Licence, hash: null);
        }

        var folder = Folder(Key(library));
        var hash = Convert.FromBase64String(File.ReadAllText(Directory.GetFiles(folder, "*.nupkg.sha512").Single()));
        return Component(Key(library), LicenceOf(folder), string.Concat(hash.Select(octet => octet.ToString("x2"))));
    }

    private static string Component(string key, string licence, string hash)
    {
        var purl = Purl(key);
        var parts = new List<string>
        {
            "\"type\": \"library\"", "\"bom-ref\": " + Quote(purl),
            "\"name\": " + Quote(key.Split('/')[0]), "\"version\": " + Quote(key.Split('/')[1]),
        };
        if (hash != null)
        {
            parts.Add("\"hashes\": [{ \"alg\": \"SHA-512\", \"content\": " + Quote(hash) + " }]");
        }

        if (licence != null)
        {
            parts.Add("\"licenses\": [{ \"expression\": " + Quote(licence) + " }]");
        }

        parts.Add("\"purl\": " + Quote(purl));
        return "{ " + string.Join(", ", parts) + " }";
    }

    /// <summary>The folder that the package was restored into, whichever of the machine's it was.</summary>
    private string Folder(string key)
    {
        var library = Children(assets, "libraries").First(element => Key(element) == key);
        return Children(assets, "packageFolders").Select(folder => Path.Combine(Key(folder), Value(library, "path"))).First(Directory.Exists);
    }

    /// <summary>The licence expression of the package's manifest; null when it gives a file or an address instead.</summary>
    private static string LicenceOf(string folder) => XDocument.Load(Directory.GetFiles(folder, "*.nuspec").Single()).Descendants()
        .FirstOrDefault(element => element.Name.LocalName == "license" && (string)element.Attribute("type") == "expression")?.Value.Trim();

    private string Node(string purl, IEnumerable<string> names) => "{ \"ref\": " + Quote(purl) + ", \"dependsOn\": ["
        + string.Join(", ", names.Select(Find).Where(found => found != null).Select(found => Quote(Purl(Key(found))))) + "] }";

    private static List<string> Dependencies(XElement library) =>
        Children(library, "dependencies").Select(Key).OrderBy(name => name, StringComparer.OrdinalIgnoreCase).ToList();

    private static string Purl(string key) => "pkg:nuget/" + key.Replace('/', '@');

    private static string Lines(IEnumerable<string> items) => "\n    " + string.Join(",\n    ", items) + "\n  ";

    private static string Quote(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    private static XElement Child(XElement element, string key) => element.Elements().FirstOrDefault(child => Key(child) == key);

    private static IEnumerable<XElement> Children(XElement element, string key) => Child(element, key)?.Elements() ?? Enumerable.Empty<XElement>();

    private static string Value(XElement element, string key) => Child(element, key)?.Value;

    /// <summary>A name that is no XML name stands in an attribute.</summary>
    private static string Key(XElement element) => (string)element.Attribute("item") ?? element.Name.LocalName;
}
