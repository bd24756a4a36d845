{{/* The jobs around backups, by what they are called; each is a component with a ServiceAccount and a policy of its own. */}}
{{- define "crm-vision.backupJobs" -}}
backup: {args: [backup, --method, pg_dump], schedule: {{ .Values.backup.schedule | quote }}, deadline: 3000}
backup-verify: {args: [verify, --all], schedule: {{ .Values.backup.verify.schedule | quote }}, deadline: 3000, readOnly: true}
{{- if .Values.backup.drill.enabled }}
restore-drill: {args: [drill], schedule: {{ .Values.backup.drill.schedule | quote }}, deadline: 3600, readOnly: true}
{{- end }}
{{- if include "crm-vision.restoreSecret" . }}
{{- /* Never by itself: `kubectl create job --from` starts it, see docs/operations/backup.md. */}}
restore: {args: [restore, --replace], schedule: "0 0 29 2 *", deadline: 3600, suspend: true}
{{- end }}
{{- end }}

{{/* Where a superuser's way in is: a restore makes databases and roles. Empty: nobody told, and then there is no job for it. */}}
{{- define "crm-vision.restoreSecret" -}}
{{- if eq .Values.postgresql.mode "embedded" -}}
{{ include "crm-vision.secretName" (dict "root" . "component" "postgresql") }}
{{- else -}}
{{ .Values.backup.restore.superuserSecret.name }}
{{- end -}}
{{- end }}

{{/* A CronJob. Takes root, component and job. */}}
{{- define "crm-vision.backupCronJob" -}}
apiVersion: batch/v1
kind: CronJob
metadata:
  {{- include "crm-vision.metadata" . | nindent 2 }}
spec:
  schedule: {{ .job.schedule | quote }}
  timeZone: Etc/UTC
  {{- if .job.suspend }}
  suspend: true
  {{- end }}
  concurrencyPolicy: Forbid
  startingDeadlineSeconds: 3600
  successfulJobsHistoryLimit: 3
  failedJobsHistoryLimit: 3
  jobTemplate:
    spec:
      {{- /* A second attempt would hide that the first one failed: the next night is one, and the alert comes before. */}}
      backoffLimit: 0
      activeDeadlineSeconds: {{ int .job.deadline }}
      ttlSecondsAfterFinished: 604800
      template:
        metadata:
          labels:
            {{- include "crm-vision.podLabels" . | nindent 12 }}
        spec:
          {{- include "crm-vision.backupPod" . | nindent 10 }}
{{- end }}

{{- define "crm-vision.backupPod" -}}
{{ include "crm-vision.podDefaults" . }}
restartPolicy: Never
containers:
  - name: {{ .component }}
    {{- include "crm-vision.backupContainer" . | nindent 4 }}
volumes:
  - name: tmp
    emptyDir:
      sizeLimit: 64Mi
  - name: backups
    persistentVolumeClaim:
      claimName: {{ .root.Release.Name }}-backup
{{- end }}

{{- define "crm-vision.backupContainer" -}}
image: {{ include "crm-vision.image" (dict "root" .root "image" .root.Values.ops.image) }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
args: {{ toJson .job.args }}
securityContext:
  {{- include "crm-vision.containerSecurityContext" . | nindent 2 }}
env:
  {{- include (printf "crm-vision.%sVariables" (ternary "restore" "backup" (eq .component "restore"))) . | trim | nindent 2 }}
  {{- include "crm-vision.backupSettings" . | trim | nindent 2 }}
resources:
  {{- toYaml .root.Values.backup.resources | nindent 2 }}
volumeMounts:
  - name: tmp
    mountPath: /tmp
  - name: backups
    mountPath: /backups
    {{- if .job.readOnly }}
    readOnly: true
    {{- end }}
{{- end }}
