using System;
using LearningCities.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LearningCities.Mobility.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "mobility");

            migrationBuilder.CreateTable(
                name: "idempotency_key",
                schema: "mobility",
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
                schema: "mobility",
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
                schema: "mobility",
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
                name: "offer",
                schema: "mobility",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    field = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    places = table.Column<int>(type: "integer", nullable: false),
                    allowance_amount = table.Column<long>(type: "bigint", nullable: true),
                    allowance_currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer", x => new { x.city, x.id });
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                schema: "mobility",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    website = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                schema: "mobility",
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
                schema: "mobility",
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
                name: "placement",
                schema: "mobility",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    offer_title = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    motivation = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    learner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sending_organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    host_city = table.Column<Guid>(type: "uuid", nullable: false),
                    host_organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_delivery",
                schema: "mobility",
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
                        principalSchema: "mobility",
                        principalTable: "outbox_message",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agreement",
                schema: "mobility",
                columns: table => new
                {
                    party = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    answer = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    comment = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement", x => new { x.placement_id, x.party });
                    table.ForeignKey(
                        name: "fk_agreement_placement_placement_id",
                        column: x => x.placement_id,
                        principalSchema: "mobility",
                        principalTable: "placement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "placement_party",
                schema: "mobility",
                columns: table => new
                {
                    thing_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    who = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_placement_party", x => new { x.thing_id, x.role });
                    table.ForeignKey(
                        name: "fk_placement_party_placement_thing_id",
                        column: x => x.thing_id,
                        principalSchema: "mobility",
                        principalTable: "placement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "support_item",
                schema: "mobility",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    placement_id = table.Column<Guid>(type: "uuid", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    phase = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    party = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_item", x => new { x.placement_id, x.id });
                    table.ForeignKey(
                        name: "fk_support_item_placement_placement_id",
                        column: x => x.placement_id,
                        principalSchema: "mobility",
                        principalTable: "placement",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_known_city_short_name",
                schema: "mobility",
                table: "known_city",
                column: "short_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_offer_from_id",
                schema: "mobility",
                table: "offer",
                columns: new[] { "from", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_id",
                schema: "mobility",
                table: "offer",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_delivery_seq",
                schema: "mobility",
                table: "outbox_delivery",
                column: "seq");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_id",
                schema: "mobility",
                table: "outbox_message",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_lane_seq",
                schema: "mobility",
                table: "outbox_message",
                columns: new[] { "lane", "seq" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_stream_key_seq",
                schema: "mobility",
                table: "outbox_message",
                columns: new[] { "stream_key", "seq" },
                filter: "state = 0 AND attempts > 0");

            migrationBuilder.CreateIndex(
                name: "ix_placement_offer_id_learner_id",
                schema: "mobility",
                table: "placement",
                columns: new[] { "offer_id", "learner_id" },
                unique: true,
                filter: "state NOT IN ('declined', 'withdrawn')");

            migrationBuilder.CreateIndex(
                name: "ix_placement_party_city_who",
                schema: "mobility",
                table: "placement_party",
                columns: new[] { "city", "who" });

            migrationBuilder.ShowOwnCityOnly("mobility", "idempotency_key");
            migrationBuilder.ShowToAllCities("mobility", "offer", "organisation");
            migrationBuilder.ShowPartiesOnly(
                "mobility", "placement", ("agreement", "placement_id"), ("support_item", "placement_id"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement",
                schema: "mobility");

            migrationBuilder.DropTable(
                name: "idempotency_key",
                schema: "mobility");

            migrationBuilder.DropTable(
                name: "inbox_message",
                schema: "mobility");

            migrationBuilder.DropTable(
                name: "known_city",
                schema: "mobility");

            migrationBuilder.DropTable(
                name: "offer",
                schema: "mobility");

            migrationBuilder.DropTable(
                name: "organisation",
                schema: "mobility");

            migrationBuilder.DropTable(
                name: "outbox_delivery",
                schema: "mobility");

            migrationBuilder.DropTable(
                name: "parked_message",
                schema: "mobility");

            migrationBuilder.DropTable(
                name: "placement_party",
                schema: "mobility");

            migrationBuilder.DropTable(
                name: "support_item",
                schema: "mobility");

            migrationBuilder.DropTable(
                name: "outbox_message",
                schema: "mobility");

            migrationBuilder.DropTable(
                name: "placement",
                schema: "mobility");
        }
    }
}
