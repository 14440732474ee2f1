{{- define "learning-cities.name" -}}
{{- if eq .Release.Name .Chart.Name }}{{ .Chart.Name }}{{ else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}{{ end }}
{{- end }}

{{/* Of one part: (dict "root" $ "part" "identity") */}}
{{- define "learning-cities.partName" -}}
{{ include "learning-cities.name" .root }}-{{ .part }}
{{- end }}

{{/* What a selector asks for: it never changes. */}}
{{- define "learning-cities.selector" -}}
app.kubernetes.io/name: {{ .root.Chart.Name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- with .part }}
app.kubernetes.io/component: {{ . }}
{{- end }}
{{- end }}

{{- define "learning-cities.labels" -}}
{{ include "learning-cities.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{- define "learning-cities.image" -}}
{{ .Values.image.repository }}{{ if .Values.image.digest }}@{{ .Values.image.digest }}{{ else }}:{{ .Values.image.tag | default .Chart.AppVersion }}{{ end }}
{{- end }}

{{/* Those that have tables: everybody but the gateway. */}}
{{- define "learning-cities.withTables" -}}
{{ without (keys .Values.modules | sortAlpha) "gateway" | join "," }}
{{- end }}
