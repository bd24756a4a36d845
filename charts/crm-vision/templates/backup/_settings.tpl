{{/* What crmctl is told about backups. */}}
{{- define "crm-vision.backupSettings" -}}
{{- with .root.Values.backup }}
- name: BACKUP_FOLDER
  value: /backups
- name: BACKUP_RETENTION_DAYS
  value: {{ int .retention.days | quote }}
- name: BACKUP_MINIMUM_COPIES
  value: {{ int .retention.minimumCopies | quote }}
- name: BACKUP_MONTHLY_COPIES
  value: {{ int .retention.monthlyCopies | quote }}
{{- if .s3.enabled }}
- name: BACKUP_S3_URL
  value: {{ .s3.url | quote }}
- name: BACKUP_S3_REGION
  value: {{ .s3.region | quote }}
- name: BACKUP_S3_PREFIX
  value: {{ .s3.prefix | quote }}
{{- with .age.recipients }}
- name: BACKUP_AGE_RECIPIENTS
  value: {{ join " " . | quote }}
{{- end }}
{{- $secret := include "crm-vision.secretName" (dict "root" $.root "component" "backup") }}
{{- range list "S3_ACCESS_KEY_ID" "S3_SECRET_ACCESS_KEY" }}
- name: {{ . }}
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ . }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* The role that reads everything; for the drill also the one that makes throw-away databases. */}}
{{- define "crm-vision.backupVariables" -}}
{{- $secret := include "crm-vision.secretName" (dict "root" .root "component" "backup") }}
{{- range concat (list "DATABASE_URL") (ternary (list "DRILL_DATABASE_URL") list (eq .component "restore-drill")) }}
- name: {{ . }}
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ . }}
{{- end }}
{{- end }}

{{/* A superuser, and no answer yet to the question which database is replaced. */}}
{{- define "crm-vision.restoreVariables" -}}
{{- $secret := include "crm-vision.restoreSecret" .root }}
- name: RESTORE_CONFIRM
  value: ""
{{- if eq .root.Values.postgresql.mode "embedded" }}
- name: DATABASE_URL
  value: postgresql://postgres@{{ .root.Release.Name }}-postgresql:5432/crm_vision
- name: PGPASSWORD
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: POSTGRES_PASSWORD
{{- else }}
- name: DATABASE_URL
  valueFrom:
    secretKeyRef:
      name: {{ $secret }}
      key: {{ .root.Values.backup.restore.superuserSecret.key }}
{{- end }}
{{- end }}

{{- define "crm-vision.problems.backup" }}
{{- with .Values.backup }}
{{- if and .s3.enabled (not .s3.url) }}
backup.s3.enabled without backup.s3.url: say which bucket the backups go to, such as https://s3.eu-central-1.amazonaws.com/crm-backups.
{{- end }}
{{- if and .age.recipients (not .s3.enabled) }}
backup.age.recipients without backup.s3.enabled: what is encrypted is what goes to the store; the volume holds backups as they are.
{{- end }}
{{- if and (not .enabled) (eq $.Values.environment "production") }}
backup.enabled is false in production: nothing would be there to restore. Leave it on, also beside the backups of an operator or a provider.
{{- end }}
{{- end }}
{{- end }}
