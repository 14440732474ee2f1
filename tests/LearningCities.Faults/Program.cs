using System.Globalization;
using LearningCities.Faults;
using LearningCities.Faults.Searching;

switch (args)
{
    case ["without-inbox", .. var settings]:
        return await WithoutInbox.Run(settings);
    case ["index-writer", var file, var seed]:
        return await IndexWriter.Run(file, int.Parse(seed, CultureInfo.InvariantCulture));
    default:
        return await Command.Run(args);
}
