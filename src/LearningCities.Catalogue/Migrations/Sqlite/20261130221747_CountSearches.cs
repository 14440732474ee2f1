using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCities.Catalogue.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CountSearches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_count",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    city = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    searches = table.Column<int>(type: "INTEGER", nullable: false),
                    nothing = table.Column<int>(type: "INTEGER", nullable: false),
                    opened = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_count", x => new { x.city, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_search_count_city_day",
                table: "search_count",
                columns: new[] { "city", "day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_count");
        }
    }
}
