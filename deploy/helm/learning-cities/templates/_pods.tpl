{{/* Nobody is root, nothing is written but to /tmp and /data. */}}
{{- define "learning-cities.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: 1654 # APP_UID of the .NET images
  runAsGroup: 1654
  fsGroup: 1654
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile: { type: RuntimeDefault }
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - { name: {{ . }} }
  {{- end }}
{{- end }}
{{- with .Values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .Values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "learning-cities.container" -}}
image: {{ include "learning-cities.image" . }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
{{ include "learning-cities.closed" . }}
{{- end }}

{{- define "learning-cities.closed" -}}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities: { drop: [ALL] }
{{- end }}

{{/* Live: the process answers. Ready: its database, migrations and index are there; not the broker, events wait. */}}
{{- define "learning-cities.probes" -}}
ports:
  - { name: http, containerPort: 8080 }
startupProbe:
  httpGet: { path: /health/startup, port: http }
  periodSeconds: 2
  timeoutSeconds: 5
  failureThreshold: 150
livenessProbe:
  httpGet: { path: /health/live, port: http }
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
readinessProbe:
  httpGet: { path: /health/ready, port: http }
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 2
lifecycle:
  preStop: { sleep: { seconds: 5 } } # until nobody is sent here any more
{{- end }}

{{/* (dict "root" $ "part" "identity" "data" "memory") */}}
{{- define "learning-cities.mounts" -}}
volumeMounts:
  - { name: tmp, mountPath: /tmp }
  - { name: data, mountPath: /data }
  {{- if and .root.Values.secrets.certificates (has .part (list "identity" "badges" "one")) }}
  - { name: certificates, mountPath: /certificates, readOnly: true }
  {{- end }}
  {{- if and .root.Values.search.authority (has .part (list "catalogue" "one")) }}
  - { name: search, mountPath: /search, readOnly: true }
  {{- end }}
{{- end }}

{{- define "learning-cities.volumes" -}}
volumes:
  - name: tmp
    emptyDir: { sizeLimit: 256Mi }
  - name: data
    {{- if .claim }}
    persistentVolumeClaim: { claimName: {{ .claim }} }
    {{- else }}
    emptyDir: { sizeLimit: 64Mi } # nothing that has to stay
    {{- end }}
  {{- if and .root.Values.secrets.certificates (has .part (list "identity" "badges" "one")) }}
  - name: certificates
    secret:
      secretName: {{ .root.Values.secrets.certificates }}
      items:
        - { key: keys.p12, path: keys.p12 }
      defaultMode: 0440
  {{- end }}
  {{- if and .root.Values.search.authority (has .part (list "catalogue" "one")) }}
  - name: search
    secret:
      secretName: {{ .root.Values.search.authority }}
      items:
        - { key: ca.crt, path: ca.crt }
  {{- end }}
{{- end }}
