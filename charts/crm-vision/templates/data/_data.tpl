{{/* Reference of an image that is not ours, by digest where there is one. Takes an image of the values. */}}
{{- define "crm-vision.foreignImage" -}}
{{- if .digest -}}
{{ printf "%s@%s" .repository .digest }}
{{- else -}}
{{ printf "%s:%s" .repository .tag }}
{{- end -}}
{{- end }}

{{/* The claim of an embedded server. It is no part of a StatefulSet, so that it can grow, and stays when the release goes. Takes root, component, persistence. */}}
{{- define "crm-vision.claim" -}}
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  {{- include "crm-vision.metadata" . | nindent 2 }}
  annotations:
    helm.sh/resource-policy: keep
spec:
  accessModes: [ReadWriteOnce]
  {{- with .persistence.storageClass }}
  storageClassName: {{ . }}
  {{- end }}
  resources:
    requests:
      storage: {{ .persistence.size }}
{{- end }}
