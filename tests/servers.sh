# Real servers for tests, on loopback, in a folder of their own, without Docker or systemd.

# postgres_start DIR PORT
postgres_start() {
  local dir port=$2 user bin
  dir=$(realpath -m "$1") bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -1)
  [ -n "$bin" ] || return 1
  user=$(id -un); [ "$(id -u)" -eq 0 ] && user=postgres
  install -d -m 700 -o "$user" "$dir" || return 1
  as() { if [ "$(id -un)" = "$user" ]; then "$@"; else (cd / && runuser -u "$user" -- "$@"); fi; }
  [ -d "$dir/data" ] || as "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 --data-checksums --no-sync >"$dir.init.log" 2>&1 || { cat "$dir.init.log"; return 1; }
  as "$bin/pg_ctl" -D "$dir/data" -w -l "$dir/log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c max_connections=300 -c max_prepared_transactions=0 ${POSTGRES_OPTIONS:-}" start >/dev/null
}

postgres_stop() {
  local dir user bin
  dir=$(realpath -m "$1") bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
  user=$(id -un); [ "$(id -u)" -eq 0 ] && user=postgres
  as() { if [ "$(id -un)" = "$user" ]; then "$@"; else (cd / && runuser -u "$user" -- "$@"); fi; }
  as "$bin/pg_ctl" -D "$dir/data" -m "${2:-fast}" stop >/dev/null 2>&1
}

# rabbitmq_start DIR PORT NAME
rabbitmq_start() {
  local dir port=$2 name=$3 home
  dir=$(realpath -m "$1") home=$(ls -d /usr/lib/rabbitmq/lib/rabbitmq_server-* 2>/dev/null | tail -1)
  [ -n "$home" ] || return 1
  mkdir -p "$dir/mnesia" "$dir/log"
  cat > "$dir/rabbitmq.conf" <<CONF
listeners.tcp.local = 127.0.0.1:$port
distribution.listener.port_range.min = $((port + 20000))
distribution.listener.port_range.max = $((port + 20000))
loopback_users = none
log.console = false
log.file.level = warning
vm_memory_high_watermark.absolute = 512MB
disk_free_limit.absolute = 50MB
CONF
  echo '[].' > "$dir/enabled_plugins"
  cat > "$dir/env" <<ENV
export HOME=$dir RABBITMQ_HOME=$home RABBITMQ_CONF_ENV_FILE=/dev/null RABBITMQ_NODENAME=$name@localhost RABBITMQ_NODE_IP_ADDRESS=127.0.0.1
export RABBITMQ_NODE_PORT=$port RABBITMQ_DIST_PORT=$((port + 20000)) RABBITMQ_CONFIG_FILE=$dir/rabbitmq.conf RABBITMQ_MNESIA_BASE=$dir/mnesia
export RABBITMQ_LOG_BASE=$dir/log RABBITMQ_ENABLED_PLUGINS_FILE=$dir/enabled_plugins RABBITMQ_PID_FILE=$dir/pid RABBITMQ_GENERATED_CONFIG_DIR=$dir
export RABBITMQ_FEATURE_FLAGS_FILE=$dir/ff RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}"
export ERL_EPMD_PORT=$((port + 10000)) ERL_EPMD_ADDRESS=127.0.0.1
ENV
  [ -f "$dir/.erlang.cookie" ] || { head -c 20 /dev/urandom | base64 | tr -dc A-Z > "$dir/.erlang.cookie"; chmod 400 "$dir/.erlang.cookie"; }
  ( . "$dir/env"; setsid /usr/lib/rabbitmq/bin/rabbitmq-server > "$dir/log/out" 2>&1 < /dev/null & )
  local i
  for i in $(seq 60); do
    ( . "$dir/env"; /usr/lib/rabbitmq/bin/rabbitmqctl -q await_startup --timeout 2 >/dev/null 2>&1 ) && return 0
    sleep 1
  done
  return 1
}

rabbitmq_stop() {
  local dir; dir=$(realpath -m "$1")
  ( . "$dir/env"; /usr/lib/rabbitmq/bin/rabbitmqctl -q shutdown >/dev/null 2>&1; epmd -port "$ERL_EPMD_PORT" -kill >/dev/null 2>&1 )
  return 0
}

# redis_start DIR PORT: keeps nothing on the disk
redis_start() {
  local dir; dir=$(realpath -m "$1")
  command -v redis-server >/dev/null || return 1
  mkdir -p "$dir"
  redis-server --port "$2" --bind 127.0.0.1 --dir "$dir" --pidfile "$dir/pid" --logfile "$dir/log" --daemonize yes --save '' --appendonly no >/dev/null || return 1
  local i
  for i in $(seq 50); do [ "$(redis-cli -p "$2" ping 2>/dev/null)" = PONG ] && return 0; sleep 0.2; done
  return 1
}

redis_stop() {
  local pid; pid=$(cat "$1/pid" 2>/dev/null) || return 0
  kill "$pid" 2>/dev/null
  return 0
}

# search_start ENGINE DIR PORT [PASSWORD], from the archive of Elasticsearch or OpenSearch in SEARCH_ENGINES. Not as root, loopback only.
search_start() {
  local engine=$1 dir port=$3 password=${4:-} archive home java user settings i
  dir=$(realpath -m "$2") archive=$(ls "${SEARCH_ENGINES:-/nowhere}/$engine"-*.tar.xz 2>/dev/null | tail -1) java=$(command -v java)
  [ -n "$archive" ] && [ -n "$java" ] || return 1
  java=$(dirname "$(dirname "$(realpath "$java")")") home="$dir/$(basename "$archive" .tar.xz)" user=$(id -un)
  [ "$(id -u)" -eq 0 ] && user=nobody
  mkdir -p "$dir"/{data,log,config,tmp} && { [ -d "$home" ] || tar -C "$dir" -xf "$archive"; } && cp -rn "$home/config/." "$dir/config/" || return 1
  cat > "$dir/config/$engine.yml" <<CONF
cluster.name: tests
discovery.type: single-node
network.host: 127.0.0.1
http.port: $port
transport.port: $((port + 100))
path.data: $dir/data
path.logs: $dir/log
cluster.routing.allocation.disk.threshold_enabled: false
CONF
  if [ "$engine" = elasticsearch ]; then
    echo "xpack.security.enabled: $([ -n "$password" ] && echo true || echo false)" >> "$dir/config/$engine.yml"
    settings=(ES_JAVA_HOME="$java" ES_PATH_CONF="$dir/config" ES_TMPDIR="$dir/tmp" ES_JAVA_OPTS="-Xms512m -Xmx512m")
  else
    settings=(OPENSEARCH_JAVA_HOME="$java" OPENSEARCH_PATH_CONF="$dir/config" OPENSEARCH_TMPDIR="$dir/tmp" OPENSEARCH_JAVA_OPTS="-Xms512m -Xmx512m")
  fi
  [ "$(id -u)" -eq 0 ] && chown -R "$user" "$dir"
  asEngine() { if [ "$(id -un)" = "$user" ]; then env HOME="$dir" "${settings[@]}" "$@"; else setpriv --reuid="$(id -u "$user")" --clear-groups env HOME="$dir" "${settings[@]}" "$@"; fi; }
  if [ -n "$password" ] && [ ! -f "$dir/config/$engine.keystore" ]; then
    (cd "$dir" && asEngine "$home/bin/$engine-keystore" create >/dev/null \
      && echo -n "$password" | asEngine "$home/bin/$engine-keystore" add -x bootstrap.password >/dev/null) || return 1
  fi
  (cd "$dir" && asEngine setsid "$home/bin/$engine" -p "$dir/pid" >"$dir/log/out" 2>&1 </dev/null &)
  for i in $(seq 90); do
    curl -s ${password:+-u "elastic:$password"} "127.0.0.1:$port/_cluster/health?wait_for_status=yellow&timeout=1s" | grep -qE '"status":"(green|yellow)"' && return 0
    sleep 1
  done
  tail -20 "$dir/log/out"
  return 1
}

search_stop() {
  local pid; pid=$(cat "$1/pid" 2>/dev/null) || return 0
  kill "$pid" 2>/dev/null
  while kill -0 "$pid" 2>/dev/null; do sleep 0.2; done
}
