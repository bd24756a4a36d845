{{/* "yes" when an address, a gRPC target or a list of them is this very pod. As LOCALHOST in services/common/src/config/production.ts. */}}
{{- define "crm-vision.isLocal" -}}
{{- if regexMatch "(?i)(^|[/@,])(([a-z0-9-]+\\.)*localhost(\\.localdomain)?\\.?|ip6-(localhost|loopback)\\.?|127(\\.[0-9]+){0,3}|0+(\\.0+){0,3}|0x7f[0-9a-f.x]*|0x0+|21(30|4[0-7])[0-9]{6}|\\[[0:]*:[0:]*1?\\]|::1?|\\[::ffff:(127\\.[0-9.]+|7f[0-9a-f]{2}:[0-9a-f]+|0\\.0\\.0\\.0)\\])([:/,?]|$)" . }}yes{{ end -}}
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
{{- if has .key (list "DATABASE_URL" "DRILL_DATABASE_URL" "REDIS_URL") }}
{{- include "crm-vision.problems.server" . }}
{{- end }}
{{- end }}

{{/* As serverChecks in services/common/src/config/production.ts. The jobs of the database have the strong roles that they need. */}}
{{- define "crm-vision.problems.server" }}
{{- $login := regexFind "^[a-z]+://[^/?#]*@" .value | trimSuffix "@" | splitList "://" | last }}
{{- $user := regexReplaceAll ":.*$" $login "" }}
{{- $password := regexReplaceAll "^[^:]*:?" $login "" }}
{{- $query := ternary (regexReplaceAll "^[^?]*\\?" .value "") "" (contains "?" .value) }}
{{- if not $password }}
{{ .key }}: Must have a password in production, between the user and the @.
{{- else if or (lt (len $password) 16) (contains "%" $password) (regexMatch "(?i)password|changeme|change-me|secret|letmein|qwerty|1234567|postgres|example|admin" $password) }}
{{ .key }}: Its password must have 16 characters and none of the usual words.
{{- end }}
{{- if regexMatch "[^0-9A-Za-z_.-]" $user }}
{{ .key }}: Its user may have letters, digits and underscores only.
{{- end }}
{{- if and (has .component (list "auth" "crm" "crm-worker")) (eq .key "DATABASE_URL") (has $user (list "postgres" "crm_vision" "backup" "drill")) }}
{{ .key }}: Must be the service's own role, not one that sees all workspaces.
{{- end }}
{{- if and $query (not (regexMatch "^((sslmode|sslrootcert|sslcert|sslkey|sslnegotiation|uselibpqcompat|application_name|connect_timeout|family)=[^&]*(&|$))+$" $query)) }}
{{ .key }}: May say after the question mark how to connect, and not as whom or where.
{{- end }}
{{- if regexMatch "(?i)[?&]sslmode=(disable|allow|prefer)(&|$)" .value }}
{{ .key }}: Must not go on without TLS: leave sslmode out, or say require or more.
{{- end }}
{{- end }}
