using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace LearningCities.Identity.Tests.Tokens;

/// <summary>A key that a suite trusts, so that nothing but one claim of a token is wrong.</summary>
internal sealed class OurKey : IDisposable
{
    private readonly ECDsa _curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public SecurityKey Key => new ECDsaSecurityKey(_curve) { KeyId = "ours" };

    public void IsTrusted(WebApplicationBuilder builder) => builder.Services.PostConfigure<JwtBearerOptions>(
        JwtBearerDefaults.AuthenticationScheme, bearer => bearer.TokenValidationParameters.IssuerSigningKeys = [Key]);

    public void Dispose() => _curve.Dispose();
}
