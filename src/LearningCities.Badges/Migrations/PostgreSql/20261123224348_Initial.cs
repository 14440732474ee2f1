using System;
using LearningCities.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LearningCities.Badges.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "badges");

            migrationBuilder.CreateTable(
                name: "badge",
                schema: "badges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    criteria = table.Column<string>(type: "text", nullable: false),
                    skills = table.Column<string[]>(type: "text[]", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    retired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    design_emblem = table.Column<string>(type: "text", nullable: false),
                    design_hue = table.Column<int>(type: "integer", nullable: false),
                    design_shape = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_badge", x => new { x.city, x.id });
                });

            migrationBuilder.CreateTable(
                name: "idempotency_key",
                schema: "badges",
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
                schema: "badges",
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
                name: "issuer_key",
                schema: "badges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    generation = table.Column<int>(type: "integer", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    public_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issuer_key", x => new { x.city, x.id });
                });

            migrationBuilder.CreateTable(
                name: "known_city",
                schema: "badges",
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
                name: "organisation",
                schema: "badges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    website = table.Column<string>(type: "text", nullable: true),
                    seen = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation", x => new { x.city, x.id });
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                schema: "badges",
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
                schema: "badges",
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
                name: "recipient",
                schema: "badges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    learner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipient", x => new { x.city, x.id });
                });

            migrationBuilder.CreateTable(
                name: "signpost",
                schema: "badges",
                columns: table => new
                {
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    leads_to = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signpost", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "status_list",
                schema: "badges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_status_list", x => new { x.city, x.id });
                });

            migrationBuilder.CreateTable(
                name: "wrapping_key",
                schema: "badges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    xml = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wrapping_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "award",
                schema: "badges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    badge_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    learner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    because = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    evidence = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: true),
                    awarded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_because = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    status_list_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status_index = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award", x => new { x.city, x.id });
                    table.ForeignKey(
                        name: "fk_award_badge_city_badge_id",
                        columns: x => new { x.city, x.badge_id },
                        principalSchema: "badges",
                        principalTable: "badge",
                        principalColumns: new[] { "city", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox_delivery",
                schema: "badges",
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
                        principalSchema: "badges",
                        principalTable: "outbox_message",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "credential",
                schema: "badges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    jwt = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credential", x => new { x.city, x.id });
                    table.ForeignKey(
                        name: "fk_credential_award_city_id",
                        columns: x => new { x.city, x.id },
                        principalSchema: "badges",
                        principalTable: "award",
                        principalColumns: new[] { "city", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "share",
                schema: "badges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    award_id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(26)", maxLength: 26, nullable: false),
                    shown_name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share", x => new { x.city, x.id });
                    table.ForeignKey(
                        name: "fk_share_award_city_award_id",
                        columns: x => new { x.city, x.award_id },
                        principalSchema: "badges",
                        principalTable: "award",
                        principalColumns: new[] { "city", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_award_city_badge_id_learner_id",
                schema: "badges",
                table: "award",
                columns: new[] { "city", "badge_id", "learner_id" },
                unique: true,
                filter: "revoked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_award_city_learner_id_awarded_at",
                schema: "badges",
                table: "award",
                columns: new[] { "city", "learner_id", "awarded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_award_city_organisation_id_awarded_at",
                schema: "badges",
                table: "award",
                columns: new[] { "city", "organisation_id", "awarded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_award_city_status_list_id_status_index",
                schema: "badges",
                table: "award",
                columns: new[] { "city", "status_list_id", "status_index" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_badge_city_organisation_id",
                schema: "badges",
                table: "badge",
                columns: new[] { "city", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_issuer_key_city_organisation_id_generation",
                schema: "badges",
                table: "issuer_key",
                columns: new[] { "city", "organisation_id", "generation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_known_city_short_name",
                schema: "badges",
                table: "known_city",
                column: "short_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_delivery_seq",
                schema: "badges",
                table: "outbox_delivery",
                column: "seq");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_id",
                schema: "badges",
                table: "outbox_message",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_lane_seq",
                schema: "badges",
                table: "outbox_message",
                columns: new[] { "lane", "seq" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_stream_key_seq",
                schema: "badges",
                table: "outbox_message",
                columns: new[] { "stream_key", "seq" },
                filter: "state = 0 AND attempts > 0");

            migrationBuilder.CreateIndex(
                name: "ix_recipient_city_learner_id",
                schema: "badges",
                table: "recipient",
                columns: new[] { "city", "learner_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_share_city_award_id",
                schema: "badges",
                table: "share",
                columns: new[] { "city", "award_id" });

            migrationBuilder.CreateIndex(
                name: "ix_share_code",
                schema: "badges",
                table: "share",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_status_list_city_organisation_id_number",
                schema: "badges",
                table: "status_list",
                columns: new[] { "city", "organisation_id", "number" },
                unique: true);

            migrationBuilder.ShowOwnCityOnly(
                "badges",
                "award",
                "badge",
                "credential",
                "idempotency_key",
                "issuer_key",
                "organisation",
                "recipient",
                "share",
                "status_list");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "credential",
                schema: "badges");

            migrationBuilder.DropTable(
                name: "idempotency_key",
                schema: "badges");

            migrationBuilder.DropTable(
                name: "inbox_message",
                schema: "badges");

            migrationBuilder.DropTable(
                name: "issuer_key",
                schema: "badges");

            migrationBuilder.DropTable(
                name: "known_city",
                schema: "badges");

            migrationBuilder.DropTable(
                name: "organisation",
                schema: "badges");

            migrationBuilder.DropTable(
                name: "outbox_delivery",
                schema: "badges");

            migrationBuilder.DropTable(
                name: "parked_message",
                schema: "badges");

            migrationBuilder.DropTable(
                name: "recipient",
                schema: "badges");

            migrationBuilder.DropTable(
                name: "share",
                schema: "badges");

            migrationBuilder.DropTable(
                name: "signpost",
                schema: "badges");

            migrationBuilder.DropTable(
                name: "status_list",
                schema: "badges");

            migrationBuilder.DropTable(
                name: "wrapping_key",
                schema: "badges");

            migrationBuilder.DropTable(
                name: "outbox_message",
                schema: "badges");

            migrationBuilder.DropTable(
                name: "award",
                schema: "badges");

            migrationBuilder.DropTable(
                name: "badge",
                schema: "badges");
        }
    }
}
