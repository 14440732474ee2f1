# The same tests on the embedded engines (one) and on PostgreSQL and RabbitMQ (one-real).
. tests/servers.sh
servers=""

enter_topology() {
  unset TEST_POSTGRES TEST_RABBITMQ
  case $1 in
    one) ;;
    one-real)
      servers="$work/servers"; mkdir -p "$servers"; chmod 755 "$work" "$servers"
      postgres_start "$servers/postgres" 15433 || { why="PostgreSQL does not start here (Debian: postgresql)"; return 1; }
      rabbitmq_start "$servers/rabbitmq" 15673 tests || { why="RabbitMQ does not start here (Debian: rabbitmq-server)"; return 1; }
      export TEST_POSTGRES='Host=127.0.0.1;Port=15433;Username=postgres' TEST_RABBITMQ='amqp://guest:guest@127.0.0.1:15673' ;;
    *) why="it is not known; topologies: one, one-real"; return 1 ;;
  esac
}

leave_topology() { stop_servers; servers=""; }

stop_servers() {
  [ -n "$servers" ] || return 0
  [ -d "$servers/rabbitmq" ] && rabbitmq_stop "$servers/rabbitmq"
  [ -d "$servers/postgres" ] && postgres_stop "$servers/postgres"
  return 0
}
