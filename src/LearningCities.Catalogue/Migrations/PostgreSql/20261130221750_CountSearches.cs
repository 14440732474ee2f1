using System;
using LearningCities.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCities.Catalogue.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class CountSearches : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "search_count",
                schema: "catalogue",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    city = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    words = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    searches = table.Column<int>(type: "integer", nullable: false),
                    nothing = table.Column<int>(type: "integer", nullable: false),
                    opened = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_count", x => new { x.city, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_search_count_city_day",
                schema: "catalogue",
                table: "search_count",
                columns: new[] { "city", "day" });

            migrationBuilder.ShowOwnCityOnly("catalogue", "search_count");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "search_count",
                schema: "catalogue");
        }
    }
}
