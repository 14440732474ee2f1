using System.Buffers.Text;
using System.IO.Compression;

namespace LearningCities.Badges.Tests.Issuing;

public sealed class ShowStatusListTests(BadgesSuite suite)
{
    private readonly City _city = suite.NewCity();

    [Fact]
    public async Task It_is_a_signed_list_of_131072_bits_at_the_address_that_badges_name()
    {
        var credential = new Jwt(await _city.CredentialOf(await _city.HasAwarded(Guid.CreateVersion7())));
        using var visitor = _city.Anonymous();

        var response = await visitor.GetAsync(new Uri((string)credential.Status["statusListCredential"]!).PathAndQuery);

        Assert.Equal("application/vc+jwt", response.Content.Headers.ContentType?.MediaType);
        var list = new Jwt(await response.Content.ReadAsStringAsync());
        Assert.Equal((string?)credential.Header["kid"], (string?)list.Header["kid"]);
        Assert.Equal((string?)credential.Payload["iss"], (string?)list.Payload["issuer"]);
        Assert.Equal((string?)credential.Status["statusListCredential"], (string?)list.Payload["id"]);
        Assert.Equal(
            ["VerifiableCredential", "BitstringStatusListCredential"],
            list.Payload["type"]!.AsArray().Select(type => (string?)type));
        Assert.Equal(
            ("BitstringStatusList", "revocation"),
            ((string?)list.Payload["credentialSubject"]!["type"], (string?)list.Payload["credentialSubject"]!["statusPurpose"]));
        Assert.Equal(131_072 / 8, Bits(list).Length);
    }

    [Fact]
    public async Task A_revocation_is_in_it_at_once_and_touches_nobody_elses_bit()
    {
        var badge = await _city.HasBadge();
        var awards = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _city.HasAwarded(badge, Guid.CreateVersion7())));
        var status = await Task.WhenAll(awards.Select(async award => new Jwt(await _city.CredentialOf(award)).Status));
        var list = new Uri((string)status[0]["statusListCredential"]!).PathAndQuery;
        using var visitor = _city.Anonymous();
        Assert.All(Bits(new Jwt(await visitor.GetStringAsync(list))), bits => Assert.Equal(0, bits)); // and now it is cached

        await _city.Revokes(awards[3]);

        var revoked = int.Parse((string)status[3]["statusListIndex"]!, null);
        var after = Bits(new Jwt(await visitor.GetStringAsync(list)));
        Assert.Equal([revoked], Enumerable.Range(0, 131_072).Where(i => (after[i / 8] & (0x80 >> (i % 8))) != 0));
    }

    [Fact]
    public async Task A_list_that_nobody_made_is_not_there()
    {
        using var visitor = _city.Anonymous();

        var response = await visitor.GetAsync($"/api/badges/status/{Guid.CreateVersion7()}");

        await Sentences.AssertRefused(HttpStatusCode.NotFound, "not-found", response);
    }

    private static byte[] Bits(Jwt list)
    {
        var encoded = (string)list.Payload["credentialSubject"]!["encodedList"]!;
        Assert.Equal('u', encoded[0]);
        using var zip = new GZipStream(new MemoryStream(Base64Url.DecodeFromChars(encoded.AsSpan(1))), CompressionMode.Decompress);
        using var bits = new MemoryStream();
        zip.CopyTo(bits);
        return bits.ToArray();
    }
}
