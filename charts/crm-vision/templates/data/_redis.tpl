{{/* What is particular to Redis in its container. The password goes into a file that only this user reads, not onto the command line. */}}
{{- define "crm-vision.redis" -}}
command:
  - sh
  - -c
  - umask 077 && printf 'requirepass "%s"\n' "$REDISCLI_AUTH" > /tmp/redis.conf && exec redis-server /tmp/redis.conf "$@"
  - redis
args:
  - --dir
  - /data
  - --appendonly
  - "yes"
  - --appendfsync
  - everysec
  - --maxmemory
  - {{ include "crm-vision.redisMemory" .values.resources.limits.memory | quote }}
  - --maxmemory-policy
  - allkeys-lru
  - --protected-mode
  - "no"
securityContext:
  {{- include "crm-vision.containerSecurityContext" . | nindent 2 }}
env:
  - name: REDISCLI_AUTH
    valueFrom:
      secretKeyRef:
        name: {{ include "crm-vision.secretName" . }}
        key: REDIS_PASSWORD
{{- /* Any answer is a sign of life; only a readable database is ready. */}}
startupProbe:
  exec: {command: [redis-cli, ping]}
  periodSeconds: 2
  timeoutSeconds: 5
  failureThreshold: 60
livenessProbe:
  exec: {command: [redis-cli, ping]}
  periodSeconds: 10
  timeoutSeconds: 10
  failureThreshold: 6
readinessProbe:
  exec: {command: [sh, -c, redis-cli ping | grep -q PONG]}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 2
volumeMounts:
  - {name: data, mountPath: /data}
  - {name: tmp, mountPath: /tmp}
{{- end }}

{{- define "crm-vision.redisVolumes" -}}
tmp:
  emptyDir: {sizeLimit: 16Mi}
{{- end }}

{{/* Three quarters of the limit, in megabytes: the rest is for rewriting the log. Takes a quantity in Mi or Gi. */}}
{{- define "crm-vision.redisMemory" -}}
{{- if not (regexMatch "^[0-9]+(Mi|Gi)$" .) }}{{ fail (printf "redis.embedded.resources.limits.memory has to be whole Mi or Gi, such as 256Mi: it is %s." .) }}{{ end -}}
{{- $mebibytes := mul (regexFind "^[0-9]+" . | int) (ternary 1024 1 (hasSuffix "Gi" .)) -}}
{{ printf "%dmb" (div (mul $mebibytes 3) 4) }}
{{- end }}
