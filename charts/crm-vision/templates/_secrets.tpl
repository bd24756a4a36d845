{{/* For development alone: the same password at every render, made from the names, so that neither `lookup` nor chance is needed. */}}
{{- define "crm-vision.devPassword" -}}
{{ printf "development %s/%s/%s" .root.Release.Namespace .root.Release.Name .role | sha256sum | trunc 40 }}
{{- end }}

{{- define "crm-vision.devDatabaseUrl" -}}
{{- $host := printf "%s-postgresql%s" .root.Release.Name (ternary "-rw" "" (eq .root.Values.postgresql.mode "cnpg")) -}}
{{ printf "postgresql://%s:%s@%s:5432/%s" .role (include "crm-vision.devPassword" .) $host (.database | default "crm_vision") }}
{{- end }}

{{- define "crm-vision.devRedisUrl" -}}
{{ printf "redis://:%s@%s-redis:6379" (include "crm-vision.devPassword" (dict "root" .root "role" "redis")) .root.Release.Name }}
{{- end }}

{{- define "crm-vision.devSecret.gateway" -}}
REDIS_URL: {{ include "crm-vision.devRedisUrl" . }}
{{- end }}
{{- define "crm-vision.devSecret.auth" -}}
DATABASE_URL: {{ include "crm-vision.devDatabaseUrl" (dict "root" .root "role" "auth_app") }}
REDIS_URL: {{ include "crm-vision.devRedisUrl" . }}
AUTH_ENCRYPTION_KEY: {{ printf "%s%s" (include "crm-vision.devPassword" (dict "root" .root "role" "key")) (include "crm-vision.devPassword" (dict "root" .root "role" "KEY") | upper) | b64enc }}
{{- end }}
{{- define "crm-vision.devSecret.crm" -}}
DATABASE_URL: {{ include "crm-vision.devDatabaseUrl" (dict "root" .root "role" "crm_app") }}
{{- end }}
{{- define "crm-vision.devSecret.crm-worker" -}}
DATABASE_URL: {{ include "crm-vision.devDatabaseUrl" (dict "root" .root "role" "crm_worker") }}
REDIS_URL: {{ include "crm-vision.devRedisUrl" . }}
{{- end }}
{{- define "crm-vision.devSecret.migrate" -}}
DATABASE_URL: {{ include "crm-vision.devDatabaseUrl" (dict "root" .root "role" "crm_vision") }}
{{- end }}
{{- define "crm-vision.devSecret.backup" -}}
DATABASE_URL: {{ include "crm-vision.devDatabaseUrl" (dict "root" .root "role" "backup") }}
DRILL_DATABASE_URL: {{ include "crm-vision.devDatabaseUrl" (dict "root" .root "role" "drill" "database" "postgres") }}
{{- end }}
{{- define "crm-vision.devSecret.postgresql" -}}
POSTGRES_PASSWORD: {{ include "crm-vision.devPassword" (dict "root" .root "role" "postgres") }}
OWNER_PASSWORD: {{ include "crm-vision.devPassword" (dict "root" .root "role" "crm_vision") }}
AUTH_PASSWORD: {{ include "crm-vision.devPassword" (dict "root" .root "role" "auth_app") }}
CRM_PASSWORD: {{ include "crm-vision.devPassword" (dict "root" .root "role" "crm_app") }}
WORKER_PASSWORD: {{ include "crm-vision.devPassword" (dict "root" .root "role" "crm_worker") }}
BACKUP_PASSWORD: {{ include "crm-vision.devPassword" (dict "root" .root "role" "backup") }}
DRILL_PASSWORD: {{ include "crm-vision.devPassword" (dict "root" .root "role" "drill") }}
{{- end }}
{{- define "crm-vision.devSecret.redis" -}}
REDIS_PASSWORD: {{ include "crm-vision.devPassword" (dict "root" .root "role" "redis") }}
{{- end }}

{{/* Components whose Secrets this release needs. */}}
{{- define "crm-vision.secretComponents" -}}
{{- $found := list "gateway" "auth" "crm" "crm-worker" "migrate" "backup" -}}
{{- if eq .Values.postgresql.mode "embedded" }}{{ $found = append $found "postgresql" }}{{ end -}}
{{- if eq .Values.redis.mode "embedded" }}{{ $found = append $found "redis" }}{{ end -}}
{{ join " " $found }}
{{- end }}

{{/* What this chart writes into a component's Secret: nothing where somebody else makes it. Takes (dict "root" $ "component" "auth"). */}}
{{- define "crm-vision.secretData" -}}
{{- $secrets := .root.Values.secrets -}}
{{- if not (or (get $secrets.existingSecret .component) $secrets.externalSecrets.enabled) -}}
{{- $dev := dict -}}
{{- if and $secrets.devGenerate (ne .component "web") -}}
{{- $dev = include (printf "crm-vision.devSecret.%s" .component) . | fromYaml -}}
{{- end -}}
{{- range $key, $value := merge (deepCopy (get $secrets.inline .component | default dict)) $dev }}
{{ $key }}: {{ $value | quote }}
{{- end }}
{{- end -}}
{{- end }}
