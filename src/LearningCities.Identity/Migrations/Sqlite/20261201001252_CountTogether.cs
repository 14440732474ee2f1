using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCities.Identity.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CountTogether : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "taken",
                columns: table => new
                {
                    who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_taken", x => x.who);
                });

            migrationBuilder.CreateIndex(
                name: "ix_taken_ends_at",
                table: "taken",
                column: "ends_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "taken");
        }
    }
}
