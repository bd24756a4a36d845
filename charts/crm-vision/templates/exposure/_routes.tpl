{{/* Rules of the HTTPRoute that serves: live updates without an end, the API, and the web app for the rest. */}}
{{- define "crm-vision.routeRules" -}}
- matches:
    - path: {type: Exact, value: /api/v1/events}
  timeouts: {request: 0s}
  backendRefs:
    - {name: {{ .Release.Name }}-gateway, port: 80}
- matches:
    - path: {type: PathPrefix, value: /api}
    - path: {type: Exact, value: /.well-known/security.txt}
  timeouts: {request: 30s}
  backendRefs:
    - {name: {{ .Release.Name }}-gateway, port: 80}
- matches:
    - path: {type: PathPrefix, value: /}
  backendRefs:
    - {name: {{ .Release.Name }}-web, port: 80}
{{- end }}

{{/* What a route is attached to. Takes root and section. */}}
{{- define "crm-vision.parentRef" -}}
{{- with .root.Values.exposure.gatewayApi.gateway -}}
name: {{ if .className }}{{ $.root.Release.Name }}-edge{{ else }}{{ .name }}{{ end }}
{{- if and .namespace (not .className) }}
namespace: {{ .namespace }}
{{- end }}
sectionName: {{ $.section }}
{{- end }}
{{- end }}
