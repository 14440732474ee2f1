using System;
using LearningCities.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LearningCities.Web.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "web");

            migrationBuilder.CreateTable(
                name: "cookie_key",
                schema: "web",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cookie_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency_key",
                schema: "web",
                columns: table => new
                {
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    client = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    request_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    location = table.Column<string>(type: "text", nullable: true),
                    etag = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "clock_timestamp()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_key", x => new { x.city, x.client, x.key });
                });

            migrationBuilder.CreateTable(
                name: "inbox_message",
                schema: "web",
                columns: table => new
                {
                    handler = table.Column<string>(type: "text", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "clock_timestamp()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_message", x => new { x.handler, x.message_id });
                });

            migrationBuilder.CreateTable(
                name: "known_city",
                schema: "web",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    short_name = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    time_zone = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_city", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                schema: "web",
                columns: table => new
                {
                    seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    stream_key = table.Column<Guid>(type: "uuid", nullable: false),
                    stream_version = table.Column<long>(type: "bigint", nullable: false),
                    body = table.Column<string>(type: "jsonb", nullable: false),
                    trace_parent = table.Column<string>(type: "text", nullable: true),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "clock_timestamp()"),
                    lane = table.Column<short>(type: "smallint", nullable: false),
                    state = table.Column<short>(type: "smallint", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false, defaultValue: 0),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "clock_timestamp()"),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    xid = table.Column<ulong>(type: "xid8", nullable: false, defaultValueSql: "pg_current_xact_id()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_message", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "parked_message",
                schema: "web",
                columns: table => new
                {
                    handler = table.Column<string>(type: "text", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    error = table.Column<string>(type: "text", nullable: false),
                    parked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false, defaultValueSql: "clock_timestamp()")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parked_message", x => new { x.handler, x.message_id });
                });

            migrationBuilder.CreateTable(
                name: "session",
                schema: "web",
                columns: table => new
                {
                    key_hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    fresh_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ticket = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session", x => x.key_hash);
                });

            migrationBuilder.CreateTable(
                name: "outbox_delivery",
                schema: "web",
                columns: table => new
                {
                    handler = table.Column<string>(type: "text", nullable: false),
                    seq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_delivery", x => new { x.handler, x.seq });
                    table.ForeignKey(
                        name: "fk_outbox_delivery_outbox_message_seq",
                        column: x => x.seq,
                        principalSchema: "web",
                        principalTable: "outbox_message",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_known_city_short_name",
                schema: "web",
                table: "known_city",
                column: "short_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_delivery_seq",
                schema: "web",
                table: "outbox_delivery",
                column: "seq");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_id",
                schema: "web",
                table: "outbox_message",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_lane_seq",
                schema: "web",
                table: "outbox_message",
                columns: new[] { "lane", "seq" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_stream_key_seq",
                schema: "web",
                table: "outbox_message",
                columns: new[] { "stream_key", "seq" },
                filter: "state = 0 AND attempts > 0");

            migrationBuilder.CreateIndex(
                name: "ix_session_person",
                schema: "web",
                table: "session",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_session_seen_at",
                schema: "web",
                table: "session",
                column: "seen_at");

            migrationBuilder.ShowOwnCityOnly("web", "idempotency_key");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "cookie_key",
                schema: "web");

            migrationBuilder.DropTable(
                name: "idempotency_key",
                schema: "web");

            migrationBuilder.DropTable(
                name: "inbox_message",
                schema: "web");

            migrationBuilder.DropTable(
                name: "known_city",
                schema: "web");

            migrationBuilder.DropTable(
                name: "outbox_delivery",
                schema: "web");

            migrationBuilder.DropTable(
                name: "parked_message",
                schema: "web");

            migrationBuilder.DropTable(
                name: "session",
                schema: "web");

            migrationBuilder.DropTable(
                name: "outbox_message",
                schema: "web");
        }
    }
}
