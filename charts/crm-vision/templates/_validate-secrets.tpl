{{/* "yes" when an address, a gRPC target or a list of them is this very pod. As LOCALHOST in services/common/src/config/production.ts. */}}
{{- define "crm-vision.isLocal" -}}
{{- if regexMatch "(?i)(^|[/@,])(localhost|127\\.[0-9]+\\.[0-9]+\\.[0-9]+|0\\.0\\.0\\.0|\\[?::1\\]?)([:/,?]|$)" . }}yes{{ end -}}
{{- end }}

{{/* What the services would say at their start about secrets that are given as values: the same sentences, and never a value. */}}
{{- define "crm-vision.problems.inlineSecrets" }}
{{- range $component, $values := .Values.secrets.inline }}
{{- range $key, $value := $values }}
{{- if has $key (list "DATABASE_URL" "DRILL_DATABASE_URL") }}
{{- if not (regexMatch "^postgres(ql)?://" $value) }}
secrets.inline.{{ $component }}.{{ $key }}: Must begin with postgres://.
{{- end }}
{{- end }}
{{- if and (eq $key "REDIS_URL") (not (regexMatch "^rediss?://" $value)) }}
secrets.inline.{{ $component }}.{{ $key }}: Must begin with redis://.
{{- end }}
{{- if and (eq $key "SENTRY_DSN") (not (regexMatch "^https?://[^/]+/" $value)) }}
secrets.inline.{{ $component }}.{{ $key }}: Must be an address.
{{- end }}
{{- if eq $key "AUTH_ENCRYPTION_KEY" }}
{{- $bytes := b64dec $value }}
{{- if lt (len $bytes) 32 }}
AUTH_ENCRYPTION_KEY: Must be at least 32 bytes in base64. Make one with `openssl rand -base64 64`.
{{- else if lt (len (uniq (splitList "" $bytes))) 16 }}
AUTH_ENCRYPTION_KEY: Must be made by chance. Make one with `openssl rand -base64 64`.
{{- end }}
{{- end }}
{{- if and (ne $.Values.environment "development") (regexMatch "(_URL|_DSN)$" $key) }}
{{- include "crm-vision.problems.productionUrl" (dict "component" $component "key" $key "value" $value) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "crm-vision.problems.productionUrl" }}
{{- if include "crm-vision.isLocal" .value }}
{{ .key }}: Must not be localhost in production.
{{- end }}
{{- $login := regexFind "^[a-z]+://[^/@]*@" .value | trimSuffix "@" | splitList "://" | last }}
{{- $password := regexReplaceAll "^[^:]*:?" $login "" }}
{{- if and (hasSuffix "_URL" .key) $password (or (lt (len $password) 16) (regexMatch "(?i)password|changeme|change-me|secret|letmein|qwerty|1234567|postgres|example|admin" $password)) }}
{{ .key }}: Its password must have 16 characters and none of the usual words.
{{- end }}
{{- if and (has .component (list "auth" "crm")) (eq .key "DATABASE_URL") (has (regexReplaceAll ":.*$" $login "") (list "postgres" "crm_vision" "backup" "drill")) }}
{{ .key }}: Must be the service's own role, not one that sees all workspaces.
{{- end }}
{{- end }}
