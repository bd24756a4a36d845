{{/*
The image sets the superuser's password in an empty volume alone. A volume that was kept, or a password that was changed, gets it here, over the socket inside
the pod. It waits for the server for two minutes and never fails: the probes say what is wrong.
*/}}
{{- define "crm-vision.postgresqlPassword" -}}
for second in $(seq 120); do printf '%s\n' 'SET log_min_duration_statement = -1;' '\set password `cat /run/secrets/postgresql/POSTGRES_PASSWORD`' "ALTER ROLE postgres PASSWORD :'password';" | psql --username=postgres --no-psqlrc --quiet --set=ON_ERROR_STOP=1 2>/dev/null && exit 0; sleep 1; done; exit 0
{{- end }}

{{- define "crm-vision.postgresqlVolumes" -}}
password:
  secret:
    secretName: {{ include "crm-vision.secretName" . }}
    items: [{key: POSTGRES_PASSWORD, path: POSTGRES_PASSWORD}]
run:
  emptyDir: {sizeLimit: 16Mi}
tmp:
  emptyDir: {sizeLimit: 64Mi}
shm:
  emptyDir: {medium: Memory, sizeLimit: 128Mi}
{{- end }}
