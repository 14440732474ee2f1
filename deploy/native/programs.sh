# shellcheck shell=bash
# What the supervisor runs, and with which settings.

# What one process is told: its own secrets and no others.
environment_of() { # SERVICE ROLE
  local service=$1 role=$2 module program
  say_setting DOTNET_gcServer 0
  say_setting PublicUrl "$public_url"
  say_setting tables postgresql
  say_setting events rabbitmq
  say_setting ConnectionStrings__rabbitmq "amqp://suite:$(secret rabbitmq)@127.0.0.1:$rabbitmq_port"
  for module in $modules; do
    case $service in all | demo | "$module")
      say_setting "ConnectionStrings__$module" "Host=127.0.0.1;Port=$postgres_port;Database=learning_cities;Username=$role;Password=$(secret "postgres-$role")" ;;
    esac
    say_setting "services__${module}__http__0" "http://127.0.0.1:$(port_of "$module")"
  done
  say_setting services__gateway__http__0 "http://127.0.0.1:$port"
  for program in web gateway notifications; do
    case $service in identity | all | demo | "$program") say_setting "Clients__$program" "$(secret "client-$program")" ;; esac
  done
  [ "$demo" = yes ] && say_setting Badges__AllowLocalIssuer true
  if [ -n "$dashboard" ]; then
    say_setting OTEL_EXPORTER_OTLP_ENDPOINT "http://127.0.0.1:$otlp_port"
    say_setting OTEL_SERVICE_NAME "$service"
    say_setting Web__DashboardUrl "http://127.0.0.1:$dashboard_port"
  fi
  [ -f "$data/env/extra" ] && cat "$data/env/extra" # an operator's own: SMTP, limits; NAME=value, as the shell reads it
  return 0
}

say_setting() { printf "export %s=%q\n" "$1" "$2"; }

write_environment() { # NAME SERVICE ROLE
  (umask 077; environment_of "$2" "$3" > "$data/env/$1.new")
  [ "$(id -u)" -ne 0 ] || chown "$service_user" "$data/env/$1.new"
  mv "$data/env/$1.new" "$data/env/$1"
}

# A job of the suite's one binary, run to its end.
run_host() { # ENVIRONMENT ARGUMENTS…
  as "$service_user" /bin/bash -c 'set -a; . "$0/env/$1"; cd "$0/app"; shift; exec ./LearningCities.Host "$@"' "$data" "$@"
}

write_supervisor() {
  local service names=""
  {
    echo "[unix_http_server]"; echo "file=$data/run/supervisor.sock"; echo "chmod=0700"
    echo "[supervisord]"; echo "logfile=$data/log/supervisord.log"; echo "pidfile=$data/run/supervisord.pid"; echo "minfds=4096"
    [ "$(id -u)" -eq 0 ] && echo "user=root"
    echo "[rpcinterface:supervisor]"; echo "supervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface"
    echo "[supervisorctl]"; echo "serverurl=unix://$data/run/supervisor.sock"
    program postgres "$postgres_user" INT "exec setpriv --pdeathsig INT $(postgres_bin)/postgres -D $data/postgres -p $postgres_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$data/postgres -c max_connections=120"
    program epmd "$rabbitmq_user" TERM "exec setpriv --pdeathsig TERM epmd -port $epmd_port -address 127.0.0.1"
    program rabbitmq "$rabbitmq_user" TERM ". $data/rabbitmq/env; cd $data/rabbitmq; exec setpriv --pdeathsig TERM /usr/lib/rabbitmq/bin/rabbitmq-server"
    [ -n "$dashboard" ] && program dashboard "$service_user" TERM "$(dashboard_command)"
    for service in $services; do
      program "$service" "$service_user" TERM "set -a; . $data/env/$service; cd $data/app; exec setpriv --pdeathsig TERM ./LearningCities.Host --target=$service --urls=http://127.0.0.1:$(port_of "$service")"
      echo "autostart=false" # up starts them, when their tables and queues are there
      names="$names${names:+,}$service"
    done
    echo "[group:services]"; echo "programs=$names"
  } > "$data/supervisord.conf"
}

dashboard_command() {
  echo "export HOME=$data/dashboard DOTNET_CLI_TELEMETRY_OPTOUT=1 ASPIRE_CLI_TELEMETRY_OPTOUT=1; exec setpriv --pdeathsig TERM $dashboard dashboard run --allow-anonymous --non-interactive --nologo --frontend-url http://127.0.0.1:$dashboard_port --otlp-grpc-url http://127.0.0.1:$otlp_port --otlp-http-url http://127.0.0.1:$((otlp_port + 1))"
}

# Each dies with the supervisor (pdeathsig), or a later start would find the ports taken by what nobody watches any more.
program() { # NAME USER STOPSIGNAL COMMAND
  echo "[program:$1]"
  echo "command=/bin/bash -c '$4'"
  [ "$(id -u)" -eq 0 ] && echo "user=$2"
  cat <<PROGRAM
autorestart=true
startretries=1000000
startsecs=1
stopsignal=$3
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
  if runs; then supervise update >/dev/null; return; fi
  rm -f "$data/run/supervisor.sock"
  wait_for 60 "What an earlier start left behind" ports_free
  setsid supervisord -c "$data/supervisord.conf" </dev/null >"$data/log/supervisor-start.log" 2>&1 || { cat "$data/log/supervisor-start.log"; exit 1; }
}

ports_free() {
  local busy
  for busy in "$postgres_port" "$rabbitmq_port" "$dashboard_port" "$otlp_port" "$epmd_port" "$distribution_port" "$port" $(for service in $modules; do port_of "$service"; done); do
    ! (exec 3<>"/dev/tcp/127.0.0.1/$busy") 2>/dev/null || return 1
  done
}
