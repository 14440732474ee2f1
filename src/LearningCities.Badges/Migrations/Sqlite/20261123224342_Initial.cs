using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCities.Badges.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "badge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    city = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    criteria = table.Column<string>(type: "TEXT", nullable: false),
                    skills = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    retired_at = table.Column<long>(type: "INTEGER", nullable: true),
                    design_emblem = table.Column<string>(type: "TEXT", nullable: false),
                    design_hue = table.Column<int>(type: "INTEGER", nullable: false),
                    design_shape = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_badge", x => new { x.city, x.id });
                });

            migrationBuilder.CreateTable(
                name: "idempotency_key",
                columns: table => new
                {
                    city = table.Column<Guid>(type: "TEXT", nullable: false),
                    client = table.Column<string>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    request_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    location = table.Column<string>(type: "TEXT", nullable: true),
                    etag = table.Column<string>(type: "TEXT", nullable: true),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false, defaultValueSql: "(CAST(unixepoch('subsec') * 1000000 AS INTEGER))")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_key", x => new { x.city, x.client, x.key });
                });

            migrationBuilder.CreateTable(
                name: "inbox_message",
                columns: table => new
                {
                    handler = table.Column<string>(type: "TEXT", nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false, defaultValueSql: "(CAST(unixepoch('subsec') * 1000000 AS INTEGER))")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_inbox_message", x => new { x.handler, x.message_id });
                });

            migrationBuilder.CreateTable(
                name: "issuer_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    city = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    generation = table.Column<int>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    wrapped_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_issuer_key", x => new { x.city, x.id });
                });

            migrationBuilder.CreateTable(
                name: "known_city",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    short_name = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_known_city", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    city = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    website = table.Column<string>(type: "TEXT", nullable: true),
                    seen = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation", x => new { x.city, x.id });
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                columns: table => new
                {
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    city = table.Column<Guid>(type: "TEXT", nullable: false),
                    stream_key = table.Column<Guid>(type: "TEXT", nullable: false),
                    stream_version = table.Column<long>(type: "INTEGER", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    trace_parent = table.Column<string>(type: "TEXT", nullable: true),
                    occurred_at = table.Column<long>(type: "INTEGER", nullable: false, defaultValueSql: "(CAST(unixepoch('subsec') * 1000000 AS INTEGER))"),
                    lane = table.Column<short>(type: "INTEGER", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false, defaultValue: 0),
                    last_error = table.Column<string>(type: "TEXT", nullable: true),
                    not_before = table.Column<long>(type: "INTEGER", nullable: false, defaultValueSql: "(CAST(unixepoch('subsec') * 1000000 AS INTEGER))"),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_message", x => x.seq);
                });

            migrationBuilder.CreateTable(
                name: "parked_message",
                columns: table => new
                {
                    handler = table.Column<string>(type: "TEXT", nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    error = table.Column<string>(type: "TEXT", nullable: false),
                    parked_at = table.Column<long>(type: "INTEGER", nullable: false, defaultValueSql: "(CAST(unixepoch('subsec') * 1000000 AS INTEGER))")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_parked_message", x => new { x.handler, x.message_id });
                });

            migrationBuilder.CreateTable(
                name: "recipient",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    city = table.Column<Guid>(type: "TEXT", nullable: false),
                    learner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_recipient", x => new { x.city, x.id });
                });

            migrationBuilder.CreateTable(
                name: "signpost",
                columns: table => new
                {
                    address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    leads_to = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signpost", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "status_list",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    city = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_status_list", x => new { x.city, x.id });
                });

            migrationBuilder.CreateTable(
                name: "wrapping_key",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wrapping_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "award",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    city = table.Column<Guid>(type: "TEXT", nullable: false),
                    badge_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    organisation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    learner_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    because = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    evidence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    activity_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    awarded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    revoked_because = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    status_list_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    status_index = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_award", x => new { x.city, x.id });
                    table.ForeignKey(
                        name: "fk_award_badge_city_badge_id",
                        columns: x => new { x.city, x.badge_id },
                        principalTable: "badge",
                        principalColumns: new[] { "city", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outbox_delivery",
                columns: table => new
                {
                    handler = table.Column<string>(type: "TEXT", nullable: false),
                    seq = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_delivery", x => new { x.handler, x.seq });
                    table.ForeignKey(
                        name: "fk_outbox_delivery_outbox_message_seq",
                        column: x => x.seq,
                        principalTable: "outbox_message",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "credential",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    city = table.Column<Guid>(type: "TEXT", nullable: false),
                    jwt = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_credential", x => new { x.city, x.id });
                    table.ForeignKey(
                        name: "fk_credential_award_city_id",
                        columns: x => new { x.city, x.id },
                        principalTable: "award",
                        principalColumns: new[] { "city", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "share",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    city = table.Column<Guid>(type: "TEXT", nullable: false),
                    award_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    shown_name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share", x => new { x.city, x.id });
                    table.ForeignKey(
                        name: "fk_share_award_city_award_id",
                        columns: x => new { x.city, x.award_id },
                        principalTable: "award",
                        principalColumns: new[] { "city", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_award_city_badge_id_learner_id",
                table: "award",
                columns: new[] { "city", "badge_id", "learner_id" },
                unique: true,
                filter: "revoked_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_award_city_learner_id_awarded_at",
                table: "award",
                columns: new[] { "city", "learner_id", "awarded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_award_city_organisation_id_awarded_at",
                table: "award",
                columns: new[] { "city", "organisation_id", "awarded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_award_city_status_list_id_status_index",
                table: "award",
                columns: new[] { "city", "status_list_id", "status_index" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_badge_city_organisation_id",
                table: "badge",
                columns: new[] { "city", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_issuer_key_city_organisation_id_generation",
                table: "issuer_key",
                columns: new[] { "city", "organisation_id", "generation" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_known_city_short_name",
                table: "known_city",
                column: "short_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_delivery_seq",
                table: "outbox_delivery",
                column: "seq");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_id",
                table: "outbox_message",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_lane_seq",
                table: "outbox_message",
                columns: new[] { "lane", "seq" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_stream_key_seq",
                table: "outbox_message",
                columns: new[] { "stream_key", "seq" },
                filter: "state = 0 AND attempts > 0");

            migrationBuilder.CreateIndex(
                name: "ix_recipient_city_learner_id",
                table: "recipient",
                columns: new[] { "city", "learner_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_share_city_award_id",
                table: "share",
                columns: new[] { "city", "award_id" });

            migrationBuilder.CreateIndex(
                name: "ix_share_code",
                table: "share",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_status_list_city_organisation_id_number",
                table: "status_list",
                columns: new[] { "city", "organisation_id", "number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "credential");

            migrationBuilder.DropTable(
                name: "idempotency_key");

            migrationBuilder.DropTable(
                name: "inbox_message");

            migrationBuilder.DropTable(
                name: "issuer_key");

            migrationBuilder.DropTable(
                name: "known_city");

            migrationBuilder.DropTable(
                name: "organisation");

            migrationBuilder.DropTable(
                name: "outbox_delivery");

            migrationBuilder.DropTable(
                name: "parked_message");

            migrationBuilder.DropTable(
                name: "recipient");

            migrationBuilder.DropTable(
                name: "share");

            migrationBuilder.DropTable(
                name: "signpost");

            migrationBuilder.DropTable(
                name: "status_list");

            migrationBuilder.DropTable(
                name: "wrapping_key");

            migrationBuilder.DropTable(
                name: "outbox_message");

            migrationBuilder.DropTable(
                name: "award");

            migrationBuilder.DropTable(
                name: "badge");
        }
    }
}
