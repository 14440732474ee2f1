using LearningCities.Faults;

return args is ["without-inbox", .. var settings]
    ? await WithoutInbox.Run(settings)
    : await Command.Run(args);
