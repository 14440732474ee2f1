# shellcheck shell=bash
# What up, down and status know of each other: the folder, the ports, the secrets.
modules="identity catalogue pathways badges mobility notifications insight web"
services="$modules gateway"

read_arguments() {
  data=/var/lib/learning-cities port="" demo="" to="" backup="" service_user=learning-cities postgres_user=postgres rabbitmq_user=rabbitmq
  if [ "$(id -u)" -ne 0 ]; then
    service_user=$(id -un) postgres_user=$(id -un) rabbitmq_user=$(id -un)
    data=$HOME/learning-cities
  fi
  while [ $# -gt 0 ]; do
    case $1 in
      --data=* | --port=* | --to=*) set -- "${1%%=*}" "${1#*=}" "${@:2}" ;;
      --data) data=${2:?--data needs a folder}; shift 2 ;;
      --port) port=${2:?--port needs a number}; shift 2 ;;
      --demo) demo=yes; shift ;;
      --to) to=$(realpath -m "${2:?--to needs a folder}"); shift 2 ;;
      [^-]*) [ "${0##*/}" = restore ] || { echo "Unknown: $1."; exit 2; }; backup=$1; shift ;;
      *) echo "Unknown: $1. usage: $0 [--data DIR]$([ "${0##*/}" = up ] && echo " [--port N] [--demo]")"; exit 2 ;;
    esac
  done
  data=$(realpath -m "$data")
}

# The first start decides; later ones find it written.
settle() {
  local known; known=$(cat "$data/env/port" 2>/dev/null || echo "$port")
  [ "${port:-$known}" = "$known" ] || { echo "What is in $data was started with --port $known, and keeps it."; exit 2; }
  port=$(kept port "$port" 8080) demo=$(kept demo "$demo" no) public_url=$(kept public-url "${PUBLIC_URL:-}" "http://localhost:$port")
  postgres_port=$((port + 1)) rabbitmq_port=$((port + 2)) dashboard_port=$((port + 3)) otlp_port=$((port + 4))
  epmd_port=$((port + 6)) distribution_port=$((port + 7)) first_port=$((port + 10))
  dashboard=""
}

kept() { # NAME GIVEN DEFAULT
  [ -n "$2" ] && echo "$2" > "$data/env/$1"
  [ -f "$data/env/$1" ] || echo "${2:-$3}" > "$data/env/$1"
  cat "$data/env/$1"
}

# The port of each service: the gateway has the one that people know.
port_of() {
  local i=0 service
  [ "$1" = gateway ] && { echo "$port"; return; }
  for service in $modules; do [ "$service" = "$1" ] && { echo $((first_port + i)); return; }; i=$((i + 1)); done
}

secret() { # NAME: made once, for this user's eyes only
  local file="$data/env/$1.secret"
  [ -s "$file" ] || (umask 077; head -c 32 /dev/urandom | od -An -tx1 | tr -d ' \n' > "$file.new" && mv "$file.new" "$file")
  cat "$file"
}

# As another user where we are root, else as ourselves; without what the terminal has told us.
as() { # USER COMMAND…
  local user=$1; shift
  if [ "$(id -un)" = "$user" ]; then "$@"; else (cd / && setpriv --reuid "$user" --regid "$user" --init-groups -- "$@"); fi
}

supervise() { supervisorctl -c "$data/supervisord.conf" "$@"; }

runs() { [ -S "$data/run/supervisor.sock" ] && supervise pid >/dev/null 2>&1; }

# Asks until it is so, at most SECONDS.
wait_for() { # SECONDS WHAT COMMAND…
  local limit=$((SECONDS + $1)) what=$2; shift 2
  until "$@"; do
    [ $SECONDS -lt $limit ] || { echo "$what does not answer; its log is in $data/log"; exit 1; }
    sleep 0.3
  done
}

service_ready() { curl -sf -o /dev/null --max-time 5 "http://127.0.0.1:$(port_of "$1")/health/ready"; }
