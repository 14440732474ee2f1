# The same tests on the embedded engines (one) and on PostgreSQL and RabbitMQ (one-real); the story also with a process for each
# module, as an operator starts them (services).
. tests/servers.sh
servers="" services=""

enter_topology() {
  unset TEST_POSTGRES TEST_RABBITMQ TEST_REDIS TEST_SERVICES TEST_SMTP TEST_DASHBOARD SEARCH_ELASTICSEARCH SEARCH_OPENSEARCH
  case $1 in
    one) ;;
    one-real)
      servers="$work/servers"; mkdir -p "$servers"; chmod 755 "$work" "$servers"
      postgres_start "$servers/postgres" 15433 || { why="PostgreSQL does not start here (Debian: postgresql)"; return 1; }
      rabbitmq_start "$servers/rabbitmq" 15673 tests || { why="RabbitMQ does not start here (Debian: rabbitmq-server)"; return 1; }
      export TEST_POSTGRES='Host=127.0.0.1;Port=15433;Username=postgres' TEST_RABBITMQ='amqp://guest:guest@127.0.0.1:15673'
      redis_start "$servers/redis" 15679 && export TEST_REDIS=127.0.0.1:15679 || echo "Redis does not start here (Debian: redis-server): its tests skip."
      start_engines ;;
    services) start_services ;;
    *) why="it is not known; topologies: one, one-real, services"; return 1 ;;
  esac
}

# Elasticsearch, with sign-in as it is installed, and OpenSearch: for the tests that search in them.
start_engines() {
  local password=purple-otter-sings-42
  [[ " ${projects[*]} " == *Catalogue* ]] || return 0
  [ -n "${SEARCH_ENGINES:-}" ] || { echo "SEARCH_ENGINES names no folder with the archives of Elasticsearch and OpenSearch: tests that search in them skip."; return 0; }
  search_start elasticsearch "$servers/elasticsearch" 15920 "$password" && export SEARCH_ELASTICSEARCH="http://elastic:$password@127.0.0.1:15920" \
    || echo "Elasticsearch does not start from $SEARCH_ENGINES: tests that search in it skip."
  search_start opensearch "$servers/opensearch" 15930 && export SEARCH_OPENSEARCH=http://127.0.0.1:15930 \
    || echo "OpenSearch does not start from $SEARCH_ENGINES: tests that search in it skip."
}

# What up needs and cannot have is a reason to skip; what it has and cannot start is a failure.
start_services() {
  local package missing="" log="$work/up.log"
  for package in postgresql rabbitmq-server supervisor curl; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
  done
  [ -z "$missing" ] || [ "$(id -u)" -eq 0 ] || { why="not installed, and not root:$missing"; return 1; }
  services="$work/services"; mkdir -p "$services/env"; chmod 755 "$work" "$services"
  export TEST_SMTP=${SERVICES_SMTP_PORT:-15725}
  printf 'Notifications__Smtp__%s\n' Host=127.0.0.1 Port="$TEST_SMTP" From=learn@szeged.example Tls=None >"$services/env/extra"
  echo Web__KeepPages=0 >>"$services/env/extra" # the story looks at once for what has just changed
  echo "Starting every service of the suite"
  deploy/native/up --data "$services" --port "${SERVICES_PORT:-15700}" --demo >"$log" 2>&1 || { tail -40 "$log"; show_logs; broken="deploy/native/up did not end well"; return 0; }
  TEST_SERVICES=$(sed -n 's/^Ready: //p' "$log" | tail -1) TEST_DASHBOARD=$(sed -n 's/^Dashboard: //p' "$log" | tail -1)
  export TEST_SERVICES TEST_DASHBOARD
}

# The last words of each service, where something failed.
show_logs() {
  local log
  for log in "$services"/log/*.log; do [ -s "$log" ] && { echo "--- ${log##*/}"; tail -15 "$log"; }; done
}

leave_topology() { stop_servers; servers="" services=""; }

stop_servers() {
  [ -n "$services" ] && deploy/native/down --data "$services" >/dev/null
  [ -n "$servers" ] || return 0
  search_stop "$servers/elasticsearch"
  search_stop "$servers/opensearch"
  [ -d "$servers/redis" ] && redis_stop "$servers/redis"
  [ -d "$servers/rabbitmq" ] && rabbitmq_stop "$servers/rabbitmq"
  [ -d "$servers/postgres" ] && postgres_stop "$servers/postgres"
  return 0
}
