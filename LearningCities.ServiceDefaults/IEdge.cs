using Microsoft.AspNetCore.Builder;

namespace LearningCities.ServiceDefaults;

/// <summary>
/// A module that wraps every request from outside, before authentication: the same code in a process of its own, in front of
/// the others, and in one process around them.
/// </summary>
public interface IEdge
{
    void UseEdge(IApplicationBuilder app);
}
