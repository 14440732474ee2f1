using System;
using System.Collections.Generic;
using LearningCities.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LearningCities.Identity.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "identity");

            migrationBuilder.CreateTable(
                name: "api_key",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    scopes = table.Column<List<string>>(type: "text[]", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_key", x => new { x.city, x.id });
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    what = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    because = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entry", x => new { x.city, x.id });
                });

            migrationBuilder.CreateTable(
                name: "city",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    short_name = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    facts_accent_hue = table.Column<int>(type: "integer", nullable: false),
                    facts_currency = table.Column<string>(type: "text", nullable: false),
                    facts_hue = table.Column<int>(type: "integer", nullable: false),
                    facts_languages = table.Column<List<string>>(type: "text[]", nullable: false),
                    facts_latitude = table.Column<double>(type: "double precision", nullable: false),
                    facts_longitude = table.Column<double>(type: "double precision", nullable: false),
                    facts_name = table.Column<string>(type: "text", nullable: false),
                    facts_phone = table.Column<string>(type: "text", nullable: true),
                    facts_time_zone = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_city", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "disclosure",
                schema: "identity",
                columns: table => new
                {
                    through_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_city = table.Column<Guid>(type: "uuid", nullable: false),
                    learner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    learner_city = table.Column<Guid>(type: "uuid", nullable: false),
                    open = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosure", x => new { x.through_id, x.organisation_id });
                });

            migrationBuilder.CreateTable(
                name: "idempotency_key",
                schema: "identity",
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
                schema: "identity",
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
                schema: "identity",
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
                name: "membership",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_membership", x => new { x.city, x.id });
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    district = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    website = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_message",
                schema: "identity",
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
                schema: "identity",
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
                name: "person",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    normal_email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    roles = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => new { x.city, x.id });
                });

            migrationBuilder.CreateTable(
                name: "whereabouts",
                schema: "identity",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    city_id = table.Column<Guid>(type: "uuid", nullable: false),
                    thing_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_whereabouts", x => x.hash);
                });

            migrationBuilder.CreateTable(
                name: "outbox_delivery",
                schema: "identity",
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
                        principalSchema: "identity",
                        principalTable: "outbox_message",
                        principalColumn: "seq",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    stamp = table.Column<Guid>(type: "uuid", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    tries_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => new { x.city, x.id });
                    table.ForeignKey(
                        name: "fk_account_person_city_id",
                        columns: x => new { x.city, x.id },
                        principalSchema: "identity",
                        principalTable: "person",
                        principalColumns: new[] { "city", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "password_reset",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_password_reset", x => new { x.city, x.id });
                    table.ForeignKey(
                        name: "fk_password_reset_person_city_person_id",
                        columns: x => new { x.city, x.person_id },
                        principalSchema: "identity",
                        principalTable: "person",
                        principalColumns: new[] { "city", "id" });
                });

            migrationBuilder.CreateTable(
                name: "reset_link",
                schema: "identity",
                columns: table => new
                {
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    reset_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reset_link", x => x.hash);
                    table.ForeignKey(
                        name: "fk_reset_link_password_reset_city_reset_id",
                        columns: x => new { x.city, x.reset_id },
                        principalSchema: "identity",
                        principalTable: "password_reset",
                        principalColumns: new[] { "city", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_api_key_city_organisation_id",
                schema: "identity",
                table: "api_key",
                columns: new[] { "city", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_city_person_id_at",
                schema: "identity",
                table: "audit_entry",
                columns: new[] { "city", "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_city_short_name",
                schema: "identity",
                table: "city",
                column: "short_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_disclosure_learner_id_organisation_id",
                schema: "identity",
                table: "disclosure",
                columns: new[] { "learner_id", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_known_city_short_name",
                schema: "identity",
                table: "known_city",
                column: "short_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_membership_city_organisation_id",
                schema: "identity",
                table: "membership",
                columns: new[] { "city", "organisation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_membership_city_person_id_organisation_id",
                schema: "identity",
                table: "membership",
                columns: new[] { "city", "person_id", "organisation_id" },
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_city_id_created_at",
                schema: "identity",
                table: "organisation",
                columns: new[] { "city_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_outbox_delivery_seq",
                schema: "identity",
                table: "outbox_delivery",
                column: "seq");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_id",
                schema: "identity",
                table: "outbox_message",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_lane_seq",
                schema: "identity",
                table: "outbox_message",
                columns: new[] { "lane", "seq" },
                filter: "state = 0");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_stream_key_seq",
                schema: "identity",
                table: "outbox_message",
                columns: new[] { "stream_key", "seq" },
                filter: "state = 0 AND attempts > 0");

            migrationBuilder.CreateIndex(
                name: "ix_password_reset_city_person_id_requested_at",
                schema: "identity",
                table: "password_reset",
                columns: new[] { "city", "person_id", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "ix_person_city_normal_email",
                schema: "identity",
                table: "person",
                columns: new[] { "city", "normal_email" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reset_link_city_reset_id",
                schema: "identity",
                table: "reset_link",
                columns: new[] { "city", "reset_id" });

            migrationBuilder.ShowOwnCityOnly(
                "identity",
                "account",
                "api_key",
                "audit_entry",
                "idempotency_key",
                "membership",
                "password_reset",
                "person",
                "reset_link");

            // A disclosure has two cities, the learner's and the organisation's, and both see it.
            migrationBuilder.Sql(
                """
                ALTER TABLE identity.disclosure ENABLE ROW LEVEL SECURITY;
                ALTER TABLE identity.disclosure FORCE ROW LEVEL SECURITY;
                CREATE POLICY own_parties ON identity.disclosure USING (
                    NULLIF(current_setting('learning_cities.city', true), '')::uuid IN (learner_city, organisation_city));
                """);

            migrationBuilder.Sql(
                """
                CREATE FUNCTION identity.keep_audit() RETURNS trigger LANGUAGE plpgsql AS
                    $$ BEGIN RAISE EXCEPTION 'The audit is not changed.'; END $$;
                CREATE TRIGGER keep_audit BEFORE UPDATE OR DELETE ON identity.audit_entry
                    FOR EACH ROW EXECUTE FUNCTION identity.keep_audit();
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "api_key",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "audit_entry",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "city",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "disclosure",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "idempotency_key",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "inbox_message",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "known_city",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "membership",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "organisation",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "outbox_delivery",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "parked_message",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "reset_link",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "whereabouts",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "outbox_message",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "password_reset",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "person",
                schema: "identity");
        }
    }
}
