using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LearningCities.Identity.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class FindParkedEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_outbox_message_seq",
                schema: "identity",
                table: "outbox_message",
                column: "seq",
                filter: "state = 2");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_outbox_message_seq",
                schema: "identity",
                table: "outbox_message");
        }
    }
}
