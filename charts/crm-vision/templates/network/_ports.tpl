{{/* Port of an edge: the table's, or the values' for what stands outside. Takes root, name and port. */}}
{{- define "crm-vision.edgePort" -}}
{{- $outside := include "crm-vision.outsideKey" . -}}
{{- if $outside -}}
{{ (get .root.Values.networkPolicy.external $outside).port }}
{{- else if eq .name "collector" -}}
{{ .root.Values.networkPolicy.collector.port }}
{{- else -}}
{{ .port }}
{{- end -}}
{{- end }}

{{- define "crm-vision.edgePorts" -}}
{{- $port := include "crm-vision.edgePort" . -}}
{{- range .protocols | default (list "TCP") }}
- protocol: {{ . }}
  port: {{ $port }}
{{- end }}
{{- end }}
