#!/bin/bash
# Run once by the PostgreSQL container: one database, a schema for each module. The suite's login owns nothing, so that
# row-level security holds for it. With BACKUP_PASSWORD a third role, backup, reads every row and writes none.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -U postgres -v owner="$OWNER_PASSWORD" -v suite="$SUITE_PASSWORD" <<'SQL'
CREATE ROLE owner LOGIN PASSWORD :'owner';
CREATE ROLE suite LOGIN PASSWORD :'suite';
CREATE DATABASE learning_cities OWNER owner;
\c learning_cities
ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT USAGE ON SCHEMAS TO suite;
ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO suite;
ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT USAGE ON SEQUENCES TO suite;
SQL
[ -z "${BACKUP_PASSWORD:-}" ] || psql -v ON_ERROR_STOP=1 -U postgres -v backup="$BACKUP_PASSWORD" <<'SQL'
CREATE ROLE backup LOGIN BYPASSRLS PASSWORD :'backup';
GRANT pg_read_all_data TO backup;
SQL
