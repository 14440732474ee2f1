# PostgreSQL, RabbitMQ, the dashboard and the services as programs of one supervisor.
needed="postgresql rabbitmq-server supervisor curl"
postgres_bin() { ls -d /usr/lib/postgresql/*/bin | tail -1; }
postgres_user() { [ "$(id -u)" -eq 0 ] && echo postgres || id -un; }
supervise() { supervisorctl -c "$data/supervisord.conf" "$@"; }

install_packages() {
  local missing=""
  for package in $needed; do dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"; done
  [ -z "$missing" ] && return
  [ "$(id -u)" -eq 0 ] || { echo "Install these first, as root: apt-get install$missing"; exit 1; }
  apt-get update -qq >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >"$data/log/apt.log" 2>&1 || { tail "$data/log/apt.log"; exit 1; }
}

make_secrets() { for name in postgres-owner postgres-suite client-web client-gateway client-notifications; do secret "$name" >/dev/null; done; }

make_postgres() {
  local user; user=$(postgres_user)
  install -d -m 700 -o "$user" "$data/postgres"
  [ -f "$data/postgres/PG_VERSION" ] || as_postgres "$(postgres_bin)/initdb" -D "$data/postgres" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --data-checksums >"$data/log/initdb.log" 2>&1
}

as_postgres() { if [ "$(id -un)" = "$(postgres_user)" ]; then "$@"; else (cd / && runuser -u "$(postgres_user)" -- "$@"); fi; }
psql_as_superuser() { PGOPTIONS=--client-min-messages=warning psql -qAt -v ON_ERROR_STOP=1 -h 127.0.0.1 -p "$postgres_port" -U postgres "$@"; }
postgres_answers() { psql_as_superuser -d postgres -c 'select 1' >/dev/null 2>&1; }

# One database, a schema for each module. The suite's login owns nothing: row-level security holds for it.
make_databases() {
  for role in owner suite; do
    psql_as_superuser -d postgres -c "select 1 from pg_roles where rolname = '$role'" | grep -q 1 || psql_as_superuser -d postgres -c "create role $role login password '$(secret "postgres-$role")'"
  done
  psql_as_superuser -d postgres -c "select 1 from pg_database where datname = 'learning_cities'" | grep -q 1 || psql_as_superuser -d postgres -c "create database learning_cities owner owner"
  psql_as_superuser -d learning_cities -c "alter default privileges for role owner grant usage on schemas to suite" \
    -c "alter default privileges for role owner grant select, insert, update, delete on tables to suite" \
    -c "alter default privileges for role owner grant usage on sequences to suite"
}

make_rabbitmq() {
  mkdir -p "$data/rabbitmq/mnesia"
  cat > "$data/rabbitmq/rabbitmq.conf" <<CONF
listeners.tcp.local = 127.0.0.1:$rabbitmq_port
distribution.listener.port_range.min = $((rabbitmq_port + 20000))
distribution.listener.port_range.max = $((rabbitmq_port + 20000))
loopback_users = none
log.console = true
log.console.level = warning
vm_memory_high_watermark.absolute = 1GB
disk_free_limit.absolute = 200MB
CONF
  echo '[].' > "$data/rabbitmq/enabled_plugins"
  cat > "$data/rabbitmq/env" <<ENV
export HOME=$data/rabbitmq RABBITMQ_HOME=$(ls -d /usr/lib/rabbitmq/lib/rabbitmq_server-* | tail -1) RABBITMQ_CONF_ENV_FILE=/dev/null
export RABBITMQ_NODENAME=cities$port@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 RABBITMQ_NODE_PORT=$rabbitmq_port RABBITMQ_DIST_PORT=$((rabbitmq_port + 20000))
export RABBITMQ_CONFIG_FILE=$data/rabbitmq/rabbitmq.conf RABBITMQ_MNESIA_BASE=$data/rabbitmq/mnesia RABBITMQ_LOG_BASE=$data/log RABBITMQ_LOGS=-
export RABBITMQ_ENABLED_PLUGINS_FILE=$data/rabbitmq/enabled_plugins RABBITMQ_PID_FILE=$data/run/rabbitmq.pid
export RABBITMQ_GENERATED_CONFIG_DIR=$data/rabbitmq RABBITMQ_FEATURE_FLAGS_FILE=$data/rabbitmq/feature_flags
export RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}" ERL_EPMD_PORT=$((rabbitmq_port + 10000)) ERL_EPMD_ADDRESS=127.0.0.1
ENV
  [ -f "$data/rabbitmq/.erlang.cookie" ] || { secret erlang >/dev/null; install -m 400 "$data/env/erlang.secret" "$data/rabbitmq/.erlang.cookie"; }
}

rabbitmq_answers() { (. "$data/rabbitmq/env"; /usr/lib/rabbitmq/bin/rabbitmqctl -q await_startup --timeout 5 >/dev/null 2>&1); }

# Where npm is present: the Aspire dashboard, which shows traces, metrics and logs of every service.
make_dashboard() {
  command -v npm >/dev/null && [ "$(uname -m)" = x86_64 ] || return 0
  local package=@microsoft/aspire-cli-linux-x64
  mkdir -p "$data/dashboard"
  [ -x "$data/dashboard/node_modules/$package/bin/aspire" ] \
    || npm install --silent --no-save --prefix "$data/dashboard" "$package@13.5.4" >"$data/log/npm.log" 2>&1 \
    || { echo "  (no dashboard: npm could not install $package)"; return 0; }
  dashboard="$data/dashboard/node_modules/$package/bin/aspire"
}

# What one process is told: its own secrets and no others.
environment_of() { # SERVICE ROLE
  local service=$1 role=$2 module
  echo "DOTNET_gcServer=0"
  echo "PublicUrl=$public_url"
  echo "tables=postgresql"
  echo "events=rabbitmq"
  echo "ConnectionStrings__rabbitmq=amqp://guest:guest@127.0.0.1:$rabbitmq_port"
  for module in $modules; do
    [ "$service" = "$module" ] || [ "$service" = all ] || [ "$service" = demo ] && echo "ConnectionStrings__$module=Host=127.0.0.1;Port=$postgres_port;Database=learning_cities;Username=$role;Password=$(secret "postgres-$role")"
    echo "services__${module}__http__0=http://127.0.0.1:$(port_of "$module")"
  done
  echo "services__gateway__http__0=http://127.0.0.1:$port"
  for program in web gateway notifications; do
    case $service in identity | all | demo | "$program") echo "Clients__$program=$(secret "client-$program")" ;; esac
  done
  [ "$demo" = yes ] && echo "Badges__AllowLocalIssuer=true"
  if [ -n "$dashboard" ]; then
    echo "OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:$((dashboard_port + 1))"
    echo "OTEL_SERVICE_NAME=$service"
    echo "Web__DashboardUrl=http://127.0.0.1:$dashboard_port"
  fi
  [ -f "$data/env/extra" ] && cat "$data/env/extra" # an operator's own settings: SMTP, limits
  return 0
}

run_host() { # SERVICE ROLE ARGUMENTS…
  local service=$1 role=$2; shift 2
  (cd "$data/app" && env $(environment_of "$service" "$role" | grep -v ' ') "$data/app/LearningCities.Host" "$@")
}

write_supervisor() {
  local service names=""
  {
    echo "[unix_http_server]"; echo "file=$data/run/supervisor.sock"; echo "chmod=0700"
    echo "[supervisord]"; echo "logfile=$data/log/supervisord.log"; echo "pidfile=$data/run/supervisord.pid"; echo "minfds=4096"
    [ "$(id -u)" -eq 0 ] && echo "user=root"
    echo "[rpcinterface:supervisor]"; echo "supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface"
    echo "[supervisorctl]"; echo "serverurl=unix://$data/run/supervisor.sock"
    program postgres "$(postgres_bin)/postgres -D $data/postgres -p $postgres_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$data/postgres -c max_connections=120" true INT
    [ "$(id -u)" -eq 0 ] && echo "user=$(postgres_user)"
    echo "directory=$data/postgres"
    program rabbitmq "/bin/bash -c '. $data/rabbitmq/env && exec /usr/lib/rabbitmq/bin/rabbitmq-server'" true TERM
    if [ -n "$dashboard" ]; then
      program dashboard "$dashboard dashboard run --allow-anonymous --non-interactive --nologo --frontend-url http://127.0.0.1:$dashboard_port --otlp-grpc-url http://127.0.0.1:$((dashboard_port + 1)) --otlp-http-url http://127.0.0.1:$((dashboard_port + 2))" true TERM
      echo "environment=HOME=\"$data/dashboard\",DOTNET_CLI_TELEMETRY_OPTOUT=\"1\",ASPIRE_CLI_TELEMETRY_OPTOUT=\"1\""
    fi
    for service in $services; do
      (umask 077; environment_of "$service" suite | sed 's/^\([^=]*\)=\(.*\)$/export \1='"'"'\2'"'"'/' > "$data/env/$service")
      program "$service" "/bin/bash -c '. $data/env/$service && cd $data/app && exec ./LearningCities.Host --target=$service --urls=http://127.0.0.1:$(port_of "$service")'" false TERM
      names="$names${names:+,}$service"
    done
    echo "[group:services]"; echo "programs=$names"
  } > "$data/supervisord.conf"
}

program() { # NAME COMMAND AUTOSTART STOPSIGNAL
  cat <<PROGRAM
[program:$1]
command=$2
autostart=$3
autorestart=true
startretries=1000
startsecs=1
stopsignal=$4
stopwaitsecs=30
stopasgroup=true
killasgroup=true
redirect_stderr=true
stdout_logfile=$data/log/$1.log
stdout_logfile_maxbytes=20MB
stdout_logfile_backups=2
PROGRAM
}

start_supervisor() {
  if [ -S "$data/run/supervisor.sock" ] && supervise pid >/dev/null 2>&1; then supervise update >/dev/null; return; fi
  rm -f "$data/run/supervisor.sock"
  setsid supervisord -c "$data/supervisord.conf" </dev/null >/dev/null 2>&1
}

service_ready() { curl -sf -o /dev/null --max-time 5 "http://127.0.0.1:$(port_of "$1")/health/ready"; }

wait_for() { # SECONDS WHAT COMMAND…
  local limit=$1 what=$2; shift 2
  for _ in $(seq "$limit"); do "$@" && return 0; sleep 1; done
  echo "$what does not answer; its log is in $data/log"; exit 1
}
