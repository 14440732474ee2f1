# What up, down and status know of each other: the folder, the ports, the secrets.
modules="identity catalogue pathways badges mobility notifications insight web"
services="$modules gateway"

read_arguments() {
  data=/var/lib/learning-cities port=8080 demo=no
  [ "$(id -u)" -eq 0 ] || data=$HOME/learning-cities
  while [ $# -gt 0 ]; do
    case $1 in
      --data) data=$2; shift 2 ;;
      --data=*) data=${1#*=}; shift ;;
      --port) port=$2; shift 2 ;;
      --port=*) port=${1#*=}; shift ;;
      --demo) demo=yes; shift ;;
      *) echo "Unknown: $1. usage: $0 [--data DIR] [--port N] [--demo]"; exit 2 ;;
    esac
  done
  data=$(realpath -m "$data")
  mkdir -p "$data"/{log,run,env,app}
  chmod 755 "$data"
  # The first start decides; later ones find it written.
  [ -f "$data/env/port" ] && port=$(cat "$data/env/port") || echo "$port" > "$data/env/port"
  postgres_port=$((port + 1)) rabbitmq_port=$((port + 2)) dashboard_port=$((port + 3)) first_port=$((port + 10))
  public_url=${PUBLIC_URL:-http://localhost:$port}
  dashboard=""
}

# The port of each service: the gateway has the one that people know.
port_of() {
  local i=0 service
  [ "$1" = gateway ] && { echo "$port"; return; }
  for service in $modules; do [ "$service" = "$1" ] && { echo $((first_port + i)); return; }; i=$((i + 1)); done
}

secret() { # NAME: made once, for this user's eyes only
  local file="$data/env/$1.secret"
  [ -f "$file" ] || (umask 077; head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' > "$file")
  cat "$file"
}
