using System.Globalization;
using LearningCities.Faults;
using LearningCities.Faults.Searching;

switch (args)
{
    case ["witness", .. var settings]:
        return await Witness.Run(settings);
    case ["index-writer", var file, var seed]:
        return await IndexWriter.Run(file, int.Parse(seed, CultureInfo.InvariantCulture));
    default:
        return await Command.Run(args);
}
