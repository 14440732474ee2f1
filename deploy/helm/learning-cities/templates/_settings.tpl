{{/* What every process is told, whatever it is. */}}
{{- define "learning-cities.settings" -}}
- { name: PublicUrl, value: {{ .Values.publicUrl | quote }} }
- { name: DOTNET_gcServer, value: "0" } # many small processes share a machine
{{- with .Values.telemetry.endpoint }}
- { name: OTEL_EXPORTER_OTLP_ENDPOINT, value: {{ . | quote }} }
{{- end }}
{{- with .Values.telemetry.dashboardUrl }}
- { name: Web__DashboardUrl, value: {{ . | quote }} }
{{- end }}
{{- end }}

{{/* What every process of several is told: where its neighbours are. */}}
{{- define "learning-cities.neighbours" -}}
- { name: tables, value: postgresql }
- { name: events, value: rabbitmq }
{{- range $module := keys .Values.modules | sortAlpha }}
- { name: services__{{ $module }}__http__0, value: "http://{{ include "learning-cities.partName" (dict "root" $ "part" $module) }}:8080" }
{{- end }}
{{- end }}

{{/* The broker, and the tables of some modules: (dict "root" $ "modules" (list "identity") "role" "suite") */}}
{{- define "learning-cities.engines" -}}
- { name: ConnectionStrings__rabbitmq, valueFrom: { secretKeyRef: { name: {{ .root.Values.secrets.broker }}, key: address } } }
{{- range $module := .modules }}
- { name: ConnectionStrings__{{ $module }}, valueFrom: { secretKeyRef: { name: {{ (index $.root.Values.modules $module).database | default $.root.Values.secrets.database }}, key: {{ $.role }} } } }
{{- end }}
{{- end }}

{{/* The secrets by which programs prove themselves to Identity, which knows them all. */}}
{{- define "learning-cities.clients" -}}
{{- $programs := list "gateway" "notifications" "web" -}}
{{- range $program := $programs }}
{{- if has $.part (list "identity" $program) }}
- { name: Clients__{{ $program }}, valueFrom: { secretKeyRef: { name: {{ $.root.Values.secrets.clients }}, key: {{ $program }} } } }
{{- end }}
{{- end }}
{{- end }}

{{/* What one module needs beside that, or all in one process. */}}
{{- define "learning-cities.own" -}}
{{- $values := .root.Values }}
{{- if and $values.smtp.host (has .part (list "notifications" "one")) }}
- { name: Notifications__Smtp__Host, value: {{ $values.smtp.host | quote }} }
- { name: Notifications__Smtp__Port, value: {{ $values.smtp.port | quote }} }
- { name: Notifications__Smtp__Tls, value: {{ $values.smtp.tls }} }
- { name: Notifications__Smtp__From, value: {{ required "smtp.from: letters have to come from somebody" $values.smtp.from | quote }} }
{{- with $values.secrets.smtp }}
- { name: Notifications__Smtp__User, valueFrom: { secretKeyRef: { name: {{ . }}, key: user } } }
- { name: Notifications__Smtp__Password, valueFrom: { secretKeyRef: { name: {{ . }}, key: password } } }
{{- end }}
{{- end }}
{{- $search := $values.search }}
{{- if and (eq $search.engine "elasticsearch") (has .part (list "catalogue" "one")) }}
- { name: search, value: elasticsearch }
- { name: Search__Url, value: {{ required "search.url: where the engine is" $search.url | quote }} }
- { name: Search__Prefix, value: {{ $search.prefix }} }
{{- range $key, $setting := get (dict "none" dict "apiKey" (dict "apiKey" "ApiKey") "password" (dict "user" "User" "password" "Password")) $search.signIn }}
- { name: Search__{{ $setting }}, valueFrom: { secretKeyRef: { name: {{ required "search.secret: how the engine lets us in" $search.secret }}, key: {{ $key }} } } }
{{- end }}
{{- with $search.fingerprint }}
- { name: Search__CertificateFingerprint, value: {{ . | quote }} }
{{- end }}
{{- if $search.authority }}
- { name: Search__CertificateAuthority, value: /search/ca.crt }
{{- end }}
{{- end }}
{{- if and $values.secrets.redis (eq .part "web") }}
- { name: ConnectionStrings__redis, valueFrom: { secretKeyRef: { name: {{ $values.secrets.redis }}, key: address } } }
{{- end }}
{{- with $values.secrets.certificates }}
{{- if has $.part (list "identity" "one") }}
- { name: Keys__Certificate, value: /certificates/keys.p12 }
- { name: Keys__Password, valueFrom: { secretKeyRef: { name: {{ . }}, key: password } } }
{{- end }}
{{- if has $.part (list "badges" "one") }}
- { name: Badges__CertificateFile, value: /certificates/keys.p12 }
- { name: Badges__CertificatePassword, valueFrom: { secretKeyRef: { name: {{ . }}, key: password } } }
{{- end }}
{{- end }}
{{- if has .part (list "gateway" "one") }}
{{- range $i, $network := $values.trustedProxies }}
- { name: Edge__TrustedProxies__{{ $i }}, value: {{ $network | quote }} }
{{- end }}
{{- end }}
{{- end }}

{{/* An installation's own settings: (dict "of" .Values.settings) */}}
{{- define "learning-cities.given" -}}
{{- range $name, $value := .of }}
- { name: {{ $name }}, value: {{ $value | quote }} }
{{- end }}
{{- end }}
