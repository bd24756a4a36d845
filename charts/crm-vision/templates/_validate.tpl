{{/* Each template here writes one sentence a line, or nothing. validate.yaml collects them. */}}
{{- define "crm-vision.problems.release" }}
{{- if gt (len .Release.Name) 30 }}
The release name "{{ .Release.Name }}" is longer than 30 characters: names made from it would not fit.
{{- end }}
{{- end }}

{{- define "crm-vision.problems.address" }}
{{- $url := include "crm-vision.publicUrl" . }}
{{- if and (not .Values.exposure.host) (or (not .Values.publicUrl) (ne .Values.exposure.mode "none")) }}
exposure.host is missing: say under which name people reach the system, such as --set exposure.host=crm.example.com.
{{- else }}
{{- if and .Values.exposure.host (ne (urlParse $url).hostname .Values.exposure.host) }}
publicUrl names {{ $url }} and exposure.host names {{ .Values.exposure.host }}: they have to be the same host.
{{- end }}
{{- if ne .Values.environment "development" }}
{{- if not (hasPrefix "https://" $url) }}
PUBLIC_URL: Must begin with https:// in production. Turn exposure.tls.enabled on, or correct publicUrl.
{{- end }}
{{- if include "crm-vision.isLocal" $url }}
PUBLIC_URL: Must not be localhost in production. Correct exposure.host or publicUrl.
{{- end }}
{{- end }}
{{- end }}
{{- if and (eq (int .Values.gateway.trustedProxyHops) 0) (ne .Values.exposure.mode "none") }}
gateway.trustedProxyHops is 0 behind an edge: everybody would share one address, and its rate limit. Set it to the number of proxies in front.
{{- end }}
{{- range $origin := splitList "," (toString (.Values.gateway.env.CORS_ORIGINS | default "")) }}
{{- if and (trim $origin) (not (regexMatch "^https?://[^/*]+$" (trim $origin))) }}
CORS_ORIGINS: Must be origins such as "https://app.example.com", and never "*".
{{- else if and (ne $.Values.environment "development") (include "crm-vision.isLocal" (trim $origin)) }}
CORS_ORIGINS: Must not be localhost in production.
{{- end }}
{{- end }}
{{- end }}

{{- define "crm-vision.problems.images" }}
{{- range $component := list "gateway" "auth" "crm" "web" "ops" }}
{{- if and $.Values.image.requireDigests (not (get $.Values $component).image.digest) }}
{{ $component }}.image.digest is missing: with image.requireDigests every image is named by its digest, which nobody can change afterwards.
{{- end }}
{{- end }}
{{- end }}

{{- define "crm-vision.problems.replicas" }}
{{- range $component := list "gateway" "auth" "crm" "crmWorker" "web" }}
{{- $values := get $.Values $component }}
{{- if and $values.autoscaling.enabled (gt (int $values.autoscaling.minReplicas) (int $values.autoscaling.maxReplicas)) }}
{{ $component }}.autoscaling.minReplicas is larger than its maxReplicas.
{{- end }}
{{- if and (eq $.Values.environment "production") (lt (int (include "crm-vision.leastPods" $values)) 2) }}
{{ $component }} has one pod: production needs two of each, so that one may go without anybody noticing.
{{- end }}
{{- end }}
{{- end }}

{{- define "crm-vision.problems.data" }}
{{- range $part := list "postgresql" "redis" }}
{{- if and (eq $.Values.environment "production") (eq (get $.Values $part).mode "embedded") }}
{{ $part }}.mode is embedded: that is one pod without a stand-in, for development and staging. Production needs {{ ternary "cnpg or external" "external" (eq $part "postgresql") }}.
{{- end }}
{{- end }}
{{- end }}

{{- define "crm-vision.problems.secrets" }}
{{- with .Values.secrets }}
{{- if and .devGenerate (ne $.Values.environment "development") }}
secrets.devGenerate makes passwords that can be guessed: it is for environment=development alone.
{{- end }}
{{- if and .devGenerate .externalSecrets.enabled }}
secrets.devGenerate and secrets.externalSecrets.enabled: choose one source of the Secrets.
{{- end }}
{{- if and .externalSecrets.enabled (not .externalSecrets.storeRef.name) }}
secrets.externalSecrets.storeRef.name is missing: name the store that the operator reads.
{{- end }}
{{- range $component, $values := .inline }}
{{- if and $values (or (get $.Values.secrets.existingSecret $component) $.Values.secrets.externalSecrets.enabled) }}
secrets.inline.{{ $component }} has no effect, since its Secret comes from elsewhere: remove one of the two.
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* The pools of all pods, twice because a rollout doubles them, have to fit into what the server accepts. */}}
{{- define "crm-vision.problems.connections" }}
{{- $free := sub (int .Values.postgresql.maxConnections) (int .Values.postgresql.reservedConnections) }}
{{- $needed := 0 }}
{{- range $component := list "auth" "crm" "crmWorker" }}
{{- $values := get $.Values $component }}
{{- $pool := int (get $values.env "DB_POOL_SIZE_MAX" | default (include "crm-vision.poolSize" $)) }}
{{- $needed = add $needed (mul 2 $pool (int (include "crm-vision.mostPods" $values))) }}
{{- end }}
{{- if lt (int (include "crm-vision.poolSize" .)) 1 }}
postgresql.maxConnections leaves {{ $free }} connections, less than one for each pod while a rollout doubles them: raise it or lower maxReplicas.
{{- else if gt $needed $free }}
DB_POOL_SIZE_MAX: all pods together may open {{ $needed }} connections during a rollout, and postgresql.maxConnections leaves {{ $free }}: lower the pools or maxReplicas, or raise it.
{{- end }}
{{- end }}
