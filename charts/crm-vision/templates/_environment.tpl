{{/* What every Node service is told. */}}
{{- define "crm-vision.commonEnvironment" -}}
NODE_ENV: {{ ternary "development" "production" (eq .root.Values.environment "development") }}
LOG_LEVEL: {{ .root.Values.logLevel }}
MANAGEMENT_HOST: 0.0.0.0
MANAGEMENT_PORT: 9464
{{- /* preStop waits for the load balancers: the process need not wait again. */}}
SHUTDOWN_DELAY_SECONDS: 0
SHUTDOWN_GRACE_SECONDS: 25
RELEASE: {{ .image.tag | default .root.Values.image.tag | default .root.Chart.AppVersion | quote }}
{{- with .root.Values.otlpEndpoint }}
OTEL_EXPORTER_OTLP_ENDPOINT: {{ . }}
OTEL_TRACES_SAMPLER: parentbased_traceidratio
OTEL_TRACES_SAMPLER_ARG: {{ $.root.Values.traceRatio | quote }}
{{- end }}
{{- end }}

{{- define "crm-vision.environment.gateway" -}}
HTTP_HOST: 0.0.0.0
HTTP_PORT: 8080
PUBLIC_URL: {{ include "crm-vision.publicUrl" .root }}
AUTH_GRPC_URL: {{ include "crm-vision.grpcTarget" (dict "root" .root "component" "auth") }}
CRM_GRPC_URL: {{ include "crm-vision.grpcTarget" (dict "root" .root "component" "crm") }}
TRUSTED_PROXY_HOPS: {{ .values.trustedProxyHops }}
{{- end }}

{{- define "crm-vision.environment.auth" -}}
GRPC_BIND: 0.0.0.0:50051
PUBLIC_URL: {{ include "crm-vision.publicUrl" .root }}
DB_POOL_SIZE_MAX: {{ include "crm-vision.poolSize" .root }}
{{- end }}

{{- define "crm-vision.environment.crm" -}}
GRPC_BIND: 0.0.0.0:50051
AUTH_GRPC_URL: {{ include "crm-vision.grpcTarget" (dict "root" .root "component" "auth") }}
DB_POOL_SIZE_MAX: {{ include "crm-vision.poolSize" .root }}
{{- end }}

{{- define "crm-vision.environment.crm-worker" -}}
DB_POOL_SIZE_MAX: {{ include "crm-vision.poolSize" .root }}
{{- end }}

{{/* All variables of a component that are no secrets, as a map of texts: the chart's own, and over them those of `env`. */}}
{{- define "crm-vision.environment" -}}
{{- $own := include (printf "crm-vision.environment.%s" .component) . | fromYaml -}}
{{- $all := merge (deepCopy .values.env) $own (include "crm-vision.commonEnvironment" . | fromYaml) -}}
{{- range $key, $value := $all }}
{{ $key }}: {{ ternary (printf "%.0f" $value) (toString $value) (kindIs "float64" $value) | quote }}
{{- end }}
{{- end }}

{{- define "crm-vision.configMap" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  {{- include "crm-vision.metadata" . | nindent 2 }}
data:
  {{- include "crm-vision.environment" . | nindent 2 }}
{{- end }}

{{/* Secret variables of a component; a question mark: the service does without it. */}}
{{- define "crm-vision.secretKeys" -}}
{{- get (dict
  "gateway" "REDIS_URL SENTRY_DSN?"
  "auth" "DATABASE_URL REDIS_URL AUTH_ENCRYPTION_KEY SENTRY_DSN?"
  "crm" "DATABASE_URL SENTRY_DSN?"
  "crm-worker" "DATABASE_URL REDIS_URL SENTRY_DSN?"
  "migrate" "DATABASE_URL"
) .component -}}
{{- end }}

{{/* Each secret variable by its own key: a pod sees nothing of its Secret that it does not need. */}}
{{- define "crm-vision.secretVariables" -}}
{{- range splitList " " (include "crm-vision.secretKeys" .) }}
- name: {{ trimSuffix "?" . }}
  valueFrom:
    secretKeyRef:
      name: {{ include "crm-vision.secretName" $ }}
      key: {{ trimSuffix "?" . }}
      {{- if hasSuffix "?" . }}
      optional: true
      {{- end }}
{{- end }}
{{- end }}

{{- define "crm-vision.environmentOfContainer" -}}
{{- if ne .component "web" }}
envFrom:
  - configMapRef:
      name: {{ include "crm-vision.name" . }}
env:
  {{- include "crm-vision.secretVariables" . | indent 2 }}
{{- end }}
{{- end }}

{{/* A changed ConfigMap or a Secret of this chart rolls the pods. Secrets of others are rolled by whoever changes them. */}}
{{- define "crm-vision.checksums" -}}
{{- if ne .component "web" -}}
annotations:
  checksum/config: {{ include "crm-vision.environment" . | sha256sum }}
  checksum/secret: {{ include "crm-vision.secretData" (dict "root" .root "component" .component) | sha256sum }}
{{- end }}
{{- end }}

{{/* Connections of one pod: what the server has, over all pods of the three services, twice because a rollout doubles them; 8 are always enough. */}}
{{- define "crm-vision.poolSize" -}}
{{- $pods := add (include "crm-vision.mostPods" .Values.auth) (include "crm-vision.mostPods" .Values.crm) (include "crm-vision.mostPods" .Values.crmWorker) -}}
{{- $size := div (sub (int .Values.postgresql.maxConnections) (int .Values.postgresql.reservedConnections)) (mul $pods 2) -}}
{{ min 8 $size }}
{{- end }}
