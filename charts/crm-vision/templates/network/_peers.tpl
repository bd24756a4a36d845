{{/* The table of edges: network-edges.yaml. */}}
{{- define "crm-vision.edges" -}}
{{ .Files.Get "network-edges.yaml" }}
{{- end }}

{{/* Whether a pod of the table exists in this release. Takes root and name. */}}
{{- define "crm-vision.podExists" -}}
{{- if has .name (list "postgresql" "redis") -}}
{{- if eq (get .root.Values .name).mode "embedded" }}true{{ end -}}
{{- else -}}
true
{{- end -}}
{{- end }}

{{- define "crm-vision.namespacePeers" -}}
{{- range . }}
- namespaceSelector:
    matchLabels:
      kubernetes.io/metadata.name: {{ . }}
{{- end }}
{{- end }}

{{- define "crm-vision.addressPeers" -}}
{{- range . }}
- ipBlock:
    cidr: {{ . }}
{{- end }}
{{- end }}

{{/* Peers of one end of an edge, nothing where the values close it. Takes root and name. */}}
{{- define "crm-vision.peers" -}}
{{- $policy := .root.Values.networkPolicy -}}
{{- if eq .name "edge" }}
{{- include "crm-vision.namespacePeers" $policy.edgeNamespaces }}
{{- else if eq .name "monitoring" }}
{{- include "crm-vision.namespacePeers" $policy.monitoringNamespaces }}
{{- else if eq .name "dns" }}
- namespaceSelector:
    matchLabels:
      kubernetes.io/metadata.name: {{ $policy.dns.namespace }}
  podSelector:
    matchLabels:
      {{- toYaml $policy.dns.podLabels | nindent 6 }}
{{- include "crm-vision.addressPeers" $policy.dns.nodeLocal }}
{{- else if eq .name "collector" }}
{{- if .root.Values.otlpEndpoint }}
{{- include "crm-vision.namespacePeers" (list $policy.collector.namespace) }}
{{- end }}
{{- else if and (eq .name "object-store") (not ((.root.Values.backup).s3).enabled) }}
{{- /* Copies stay on their volume: nobody needs the way. */}}
{{- else if include "crm-vision.outsideKey" . }}
{{- include "crm-vision.addressPeers" (get $policy.external (include "crm-vision.outsideKey" .)).cidrs }}
{{- else if and (eq .name "postgresql") (eq .root.Values.postgresql.mode "cnpg") }}
- podSelector:
    matchLabels:
      cnpg.io/cluster: {{ .root.Release.Name }}-postgresql
{{- else }}
- podSelector:
    matchLabels:
      {{- include "crm-vision.selectorLabels" (dict "root" .root "component" .name) | nindent 6 }}
{{- end }}
{{- end }}

{{/* Key below networkPolicy.external of an end that stands outside the cluster. Takes root and name. */}}
{{- define "crm-vision.outsideKey" -}}
{{- if or (and (has .name (list "postgresql" "redis")) (eq (get .root.Values .name).mode "external")) (has .name (list "sentry" "mail" "webhooks")) -}}
{{ .name }}
{{- else if eq .name "object-store" -}}
objectStore
{{- end -}}
{{- end }}
