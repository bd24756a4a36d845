{{/* securityContext of every pod: Pod Security Standard `restricted`. */}}
{{- define "crm-vision.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{/* securityContext of every container. */}}
{{- define "crm-vision.containerSecurityContext" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/* First lines of every pod's spec. Takes (dict "root" $ "component" "gateway"). */}}
{{- define "crm-vision.podDefaults" -}}
serviceAccountName: {{ include "crm-vision.name" . }}
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  {{- include "crm-vision.podSecurityContext" . | nindent 2 }}
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{/* A ServiceAccount that can do nothing: no token, no rights. */}}
{{- define "crm-vision.serviceAccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "crm-vision.metadata" . | nindent 2 }}
automountServiceAccountToken: false
{{- end }}
