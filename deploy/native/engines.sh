# shellcheck shell=bash
# PostgreSQL, RabbitMQ and the dashboard, as up gives them to the supervisor.
needed="postgresql rabbitmq-server supervisor curl"
postgres_bin() { ls -d /usr/lib/postgresql/*/bin | tail -1; }

install_packages() {
  local missing="" package
  for package in $needed; do dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"; done
  [ -z "$missing" ] && return
  [ "$(id -u)" -eq 0 ] || { echo "Install these first, as root: apt-get install$missing"; exit 1; }
  apt-get update -qq >/dev/null
  # Debian would start a server of its own for each; ours are enough.
  [ -e /usr/sbin/policy-rc.d ] || { trap 'rm -f /usr/sbin/policy-rc.d' EXIT; (umask 022; printf '#!/bin/sh\nexit 101\n' > /usr/sbin/policy-rc.d); chmod 755 /usr/sbin/policy-rc.d; }
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >"$data/log/apt.log" 2>&1 || { tail "$data/log/apt.log"; exit 1; }
}

# Nothing that answers requests runs as root.
make_user() { [ "$(id -u)" -ne 0 ] || id -u "$service_user" >/dev/null 2>&1 || useradd --system --user-group --no-create-home --shell /usr/sbin/nologin "$service_user"; }

make_postgres() {
  install -d -m 700 -o "$postgres_user" "$data/postgres"
  if [ ! -f "$data/postgres/PG_VERSION" ]; then
    as "$postgres_user" "$(postgres_bin)/initdb" -D "$data/postgres" -U postgres --auth-local=trust --auth-host=scram-sha-256 -E UTF8 --locale=C.UTF-8 --data-checksums >"$data/log/initdb.log" 2>&1 \
      || { tail "$data/log/initdb.log"; rm -rf "${data:?}/postgres"; exit 1; }
  fi
}

# By the socket, which lies in a folder that nobody else may enter. Statements come in by stdin: others see our arguments.
psql_as_superuser() { as "$postgres_user" env PGOPTIONS=--client-min-messages=warning psql -qAt -v ON_ERROR_STOP=1 -h "$data/postgres" -p "$postgres_port" -U postgres "$@"; }
# A script of deploy/postgres, as ourselves: the dumps are for nobody else.
as_superuser() { env PGHOST="$data/postgres" PGPORT="$postgres_port" PGUSER=postgres PGOPTIONS=--client-min-messages=warning "$@"; }
postgres_answers() { psql_as_superuser -d postgres -c 'select 1' >/dev/null 2>&1; }

# One database, a schema for each module. The suite's login owns nothing: row-level security holds for it.
make_databases() {
  local role
  for role in owner suite; do
    [ -n "$(psql_as_superuser -d postgres -c "select 1 from pg_roles where rolname = '$role'")" ] \
      || psql_as_superuser -d postgres <<< "create role $role login password '$(secret "postgres-$role")'"
  done
  [ -n "$(psql_as_superuser -d postgres -c "select 1 from pg_database where datname = 'learning_cities'")" ] \
    || psql_as_superuser -d postgres -c "create database learning_cities owner owner"
  psql_as_superuser -d learning_cities -c "alter default privileges for role owner grant usage on schemas to suite" \
    -c "alter default privileges for role owner grant select, insert, update, delete on tables to suite" \
    -c "alter default privileges for role owner grant usage on sequences to suite"
}

make_rabbitmq() {
  local home="$data/rabbitmq"
  install -d -m 700 -o "$rabbitmq_user" "$home" "$home/mnesia"
  (umask 077; cat > "$home/rabbitmq.conf" <<CONF
listeners.tcp.local = 127.0.0.1:$rabbitmq_port
distribution.listener.port_range.min = $distribution_port
distribution.listener.port_range.max = $distribution_port
default_user = suite
default_pass = $(secret rabbitmq)
log.console = true
log.console.level = warning
vm_memory_high_watermark.absolute = 1GB
disk_free_limit.absolute = 200MB
CONF
  [ -f "$home/.erlang.cookie" ] || { secret erlang > "$home/.erlang.cookie"; chmod 400 "$home/.erlang.cookie"; })
  echo '[].' > "$home/enabled_plugins"
  # "Under systemd" means: one process, which the supervisor can watch and stop, instead of a script before it.
  cat > "$home/env" <<ENV
export HOME=$home RABBITMQ_HOME=$(ls -d /usr/lib/rabbitmq/lib/rabbitmq_server-* | tail -1) RABBITMQ_CONF_ENV_FILE=/dev/null RUNNING_UNDER_SYSTEMD=yes
export RABBITMQ_NODENAME=cities$port@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_NODE_PORT=$rabbitmq_port RABBITMQ_DIST_PORT=$distribution_port
export RABBITMQ_CONFIG_FILE=$home/rabbitmq.conf RABBITMQ_MNESIA_BASE=$home/mnesia RABBITMQ_LOG_BASE=$home RABBITMQ_LOGS=-
export RABBITMQ_ENABLED_PLUGINS_FILE=$home/enabled_plugins RABBITMQ_PID_FILE=$home/pid
export RABBITMQ_GENERATED_CONFIG_DIR=$home RABBITMQ_FEATURE_FLAGS_FILE=$home/feature_flags
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}" ERL_EPMD_PORT=$epmd_port ERL_EPMD_ADDRESS=127.0.0.1
ENV
  chown -R "$rabbitmq_user" "$home"
}

rabbitmqctl() { as "$rabbitmq_user" /bin/bash -c '. "$0/env"; cd "$0"; exec /usr/lib/rabbitmq/bin/rabbitmqctl -q "$@"' "$data/rabbitmq" "$@"; }
rabbitmq_answers() { rabbitmqctl await_startup --timeout 5 >/dev/null 2>&1; }

# Where npm is present: the Aspire dashboard, which shows traces, metrics and logs of every service.
make_dashboard() {
  local package=@microsoft/aspire-cli-linux-x64 version=13.5.4
  command -v npm >/dev/null && [ "$(uname -m)" = x86_64 ] || { echo "  (no dashboard: it needs npm and x86_64)"; return 0; }
  install -d -o "$service_user" "$data/dashboard"
  [ -x "$data/dashboard/node_modules/$package/bin/aspire" ] \
    || npm install --silent --no-save --no-audit --no-fund --cache "$data/dashboard/npm" --prefix "$data/dashboard" "$package@$version" >"$data/log/npm.log" 2>&1 \
    || { echo "  (no dashboard: npm could not install $package, see $data/log/npm.log)"; return 0; }
  dashboard="$data/dashboard/node_modules/$package/bin/aspire"
}
