{{/* Ingress rules of a pod: one for every edge that leads to it. Takes root and name. */}}
{{- define "crm-vision.ingressRules" -}}
{{- range (include "crm-vision.edges" .root | fromYaml).edges }}
{{- if has $.name .to }}
{{- $peers := "" }}
{{- range .from }}{{ $peers = print $peers (include "crm-vision.peers" (dict "root" $.root "name" .)) }}{{ end }}
{{- if trim $peers }}
- from:
    {{- trim $peers | nindent 4 }}
  ports:
    - protocol: TCP
      port: {{ int .port }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Egress rules of a pod: one for every end of every edge that begins at it. Takes root and name. */}}
{{- define "crm-vision.egressRules" -}}
{{- range $edge := (include "crm-vision.edges" .root | fromYaml).edges }}
{{- if has $.name $edge.from }}
{{- range $edge.to }}
{{- $end := dict "root" $.root "name" . "port" (int $edge.port) "protocols" $edge.protocols }}
{{- with trim (include "crm-vision.peers" $end) }}
- to:
    {{- . | nindent 4 }}
  ports:
    {{- include "crm-vision.edgePorts" $end | trim | nindent 4 }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
