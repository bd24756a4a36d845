{{/* Name of an object: <release>-<component>. */}}
{{- define "crm-vision.name" -}}
{{ printf "%s-%s" .root.Release.Name .component }}
{{- end }}

{{/* What selects the pods of a component; never changes. */}}
{{- define "crm-vision.selectorLabels" -}}
app.kubernetes.io/name: crm-vision
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{/* All labels of an object. Takes (dict "root" $ "component" "gateway"). */}}
{{- define "crm-vision.labels" -}}
{{ include "crm-vision.selectorLabels" . }}
app.kubernetes.io/part-of: crm-vision
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- end }}

{{/* Labels of a pod: those that change when its code does. */}}
{{- define "crm-vision.podLabels" -}}
{{ include "crm-vision.selectorLabels" . }}
app.kubernetes.io/part-of: crm-vision
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
{{- end }}

{{/* name, namespace and labels: the metadata of every object. Takes "name" where it is not the component's. */}}
{{- define "crm-vision.metadata" -}}
name: {{ .name | default (include "crm-vision.name" .) }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "crm-vision.labels" . | nindent 2 }}
{{- end }}

{{/* Reference of one of our images, by digest where there is one. Takes (dict "root" $ "image" .Values.gateway.image). */}}
{{- define "crm-vision.image" -}}
{{- $place := printf "%s/%s" .root.Values.image.registry .image.repository | trimPrefix "/" -}}
{{- if .image.digest -}}
{{ printf "%s@%s" $place .image.digest }}
{{- else -}}
{{ printf "%s:%s" $place (.image.tag | default .root.Values.image.tag | default .root.Chart.AppVersion) }}
{{- end -}}
{{- end }}

{{/* Name of a component's Secret. Takes (dict "root" $ "component" "auth"). */}}
{{- define "crm-vision.secretName" -}}
{{ get .root.Values.secrets.existingSecret .component | default (include "crm-vision.name" .) }}
{{- end }}

{{/* Where people reach the system. */}}
{{- define "crm-vision.publicUrl" -}}
{{- $scheme := ternary "https" "http" .Values.exposure.tls.enabled -}}
{{ .Values.publicUrl | default (printf "%s://%s" $scheme .Values.exposure.host) }}
{{- end }}
