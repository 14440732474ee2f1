using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCities.Identity.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class CountTogether : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "taken",
                schema: "identity",
                columns: table => new
                {
                    who = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false),
                    ends_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_taken", x => x.who);
                });

            migrationBuilder.CreateIndex(
                name: "ix_taken_ends_at",
                schema: "identity",
                table: "taken",
                column: "ends_at");

            // Counts of a minute are worth no log; after a crash of the server everybody begins anew.
            migrationBuilder.Sql("ALTER TABLE identity.taken SET UNLOGGED");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "taken",
                schema: "identity");
        }
    }
}
