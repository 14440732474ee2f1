using System.Globalization;
using System.Net.Sockets;

namespace LearningCities.Benchmarks;

/// <summary>nginx as a proxy, set up as one would for speed: kept connections, nothing written to logs.</summary>
internal static class Nginx
{
    private const string Program = "/usr/sbin/nginx"; // Debian: nginx-light, nginx

    /// <returns>Null where it is not here.</returns>
    public static async Task<Served?> Before(Uri behind, DirectoryInfo folder)
    {
        if (!File.Exists(Program))
        {
            return null;
        }

        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var settings = Path.Combine(folder.FullName, "nginx.conf");
        await File.WriteAllTextAsync(settings,
            $$"""
            daemon off; worker_processes {{Environment.ProcessorCount}}; pid {{folder}}/pid; error_log stderr crit;
            events { worker_connections 512; }
            http {
              access_log off; keepalive_requests 100000000;
              client_body_temp_path {{folder}}/body; proxy_temp_path {{folder}}/proxy; fastcgi_temp_path {{folder}}/f; uwsgi_temp_path {{folder}}/u; scgi_temp_path {{folder}}/s;
              upstream behind { server {{behind.Authority}}; keepalive 64; keepalive_requests 100000000; }
              server { listen {{address.Authority}}; location / { proxy_pass http://behind; proxy_http_version 1.1; proxy_set_header Connection ""; } }
            }
            """);
        return await Served.Start(address, Program, "-c", settings, "-e", "stderr");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
