{{/* The Job that migrates. This text names it, so that another image or setting makes another Job: a Job can never be changed. */}}
{{- define "crm-vision.migrateJob" -}}
{{- with .root.Values.migrations -}}
backoffLimit: {{ int .backoffLimit }}
activeDeadlineSeconds: {{ int .activeDeadlineSeconds }}
ttlSecondsAfterFinished: {{ int .ttlSecondsAfterFinished }}
{{- end }}
template:
  metadata:
    labels:
      {{- include "crm-vision.podLabels" . | nindent 6 }}
  spec:
    {{- include "crm-vision.migratePod" . | nindent 4 }}
{{- end }}

{{/*
Applies what is missing and ends; the services wait for it by themselves (waitForSchema), old ones serve on meanwhile. The init container makes database, roles and extensions where this chart runs the server itself; with others that is done by whoever runs the server.
*/}}
{{- define "crm-vision.migratePod" -}}
{{ include "crm-vision.podDefaults" . }}
restartPolicy: Never
{{- if eq .root.Values.postgresql.mode "embedded" }}
initContainers:
  - name: prepare
    {{- include "crm-vision.opsContainer" . | nindent 4 }}
    args: [database, prepare, --wait, "300"]
    env:
      - name: DATABASE_URL
        value: postgresql://postgres@{{ .root.Release.Name }}-postgresql:5432/postgres
      {{- range $variable, $key := dict "PGPASSWORD" "POSTGRES_PASSWORD" "OWNER_PASSWORD" "" "AUTH_PASSWORD" "" "CRM_PASSWORD" "" "WORKER_PASSWORD" "" "BACKUP_PASSWORD" "" "DRILL_PASSWORD" "" }}
      - name: {{ $variable }}
        valueFrom:
          secretKeyRef:
            name: {{ include "crm-vision.secretName" (dict "root" $.root "component" "postgresql") }}
            key: {{ $key | default $variable }}
      {{- end }}
{{- end }}
containers:
  - name: migrate
    {{- include "crm-vision.opsContainer" . | nindent 4 }}
    args: [migrate, deploy, --wait, "300"]
    env:
      {{- include "crm-vision.secretVariables" . | indent 6 }}
volumes:
  - name: tmp
    emptyDir:
      sizeLimit: 64Mi
{{- end }}

{{/* A container with crmctl. Takes resources where they are not those of the migrations. */}}
{{- define "crm-vision.opsContainer" -}}
image: {{ include "crm-vision.image" (dict "root" .root "image" .root.Values.ops.image) }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  {{- include "crm-vision.containerSecurityContext" . | nindent 2 }}
resources:
  {{- toYaml (.resources | default .root.Values.migrations.resources) | nindent 2 }}
volumeMounts:
  - name: tmp
    mountPath: /tmp
{{- end }}
