{{/* Parts of this release: (dict "root" $ "parts" (list "gateway")) */}}
{{- define "learning-cities.peers" -}}
- podSelector:
    matchLabels: {{- include "learning-cities.selector" (dict "root" .root "part" "") | nindent 6 }}
    matchExpressions:
      - { key: app.kubernetes.io/component, operator: In, values: [{{ join ", " .parts }}] }
{{- end }}

{{/* Something outside the release, at one port: (dict "at" .Values.networkPolicies.database "port" 5432) */}}
{{- define "learning-cities.reach" -}}
ports: [{ protocol: TCP, port: {{ .port }} }]
{{- with .at.to }}
to: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}
