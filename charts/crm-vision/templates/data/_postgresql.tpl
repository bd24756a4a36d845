{{/*
What PostgreSQL writes to its log: slow statements, and which constraint an error hit, never a value. Those are what people typed. Takes nothing; strings.
*/}}
{{- define "crm-vision.postgresqlLog" -}}
log_error_verbosity: terse
log_min_duration_statement: "1000"
log_min_error_statement: panic
log_parameter_max_length: "0"
log_parameter_max_length_on_error: "0"
{{- end }}

{{/* What is particular to PostgreSQL in its container. The image knows the numbers of its own user alone. */}}
{{- define "crm-vision.postgresql" -}}
args:
  - -c
  - max_connections={{ .root.Values.postgresql.maxConnections }}
  - -c
  - shared_buffers=128MB
  - -c
  - max_wal_size=512MB
  {{- range $name, $value := include "crm-vision.postgresqlLog" . | fromYaml }}
  - -c
  - {{ $name }}={{ $value }}
  {{- end }}
securityContext:
  {{- include "crm-vision.containerSecurityContext" . | nindent 2 }}
  runAsUser: 70
  runAsGroup: 70
env:
  - name: PGDATA
    value: /var/lib/postgresql/data/pgdata
  - name: POSTGRES_INITDB_ARGS
    value: --data-checksums --auth-local=trust --auth-host=scram-sha-256
  - name: POSTGRES_PASSWORD_FILE
    value: /run/secrets/postgresql/POSTGRES_PASSWORD
startupProbe:
  exec: {command: [pg_isready, --quiet, --username=postgres]}
  periodSeconds: 2
  timeoutSeconds: 5
  failureThreshold: 150
livenessProbe:
  exec: {command: [pg_isready, --quiet, --username=postgres]}
  periodSeconds: 10
  timeoutSeconds: 10
  failureThreshold: 6
readinessProbe:
  exec: {command: [psql, --username=postgres, --no-psqlrc, --quiet, --tuples-only, --command=SELECT 1]}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 2
lifecycle:
  postStart:
    exec:
      command:
        - sh
        - -c
        - {{ include "crm-vision.postgresqlPassword" . | quote }}
volumeMounts:
  - {name: data, mountPath: /var/lib/postgresql/data}
  - {name: password, mountPath: /run/secrets/postgresql, readOnly: true}
  - {name: run, mountPath: /var/run/postgresql}
  - {name: tmp, mountPath: /tmp}
  - {name: shm, mountPath: /dev/shm}
{{- end }}
