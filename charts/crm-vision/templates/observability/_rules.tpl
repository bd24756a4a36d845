{{/*
Rule groups of the files that match, for this release. As they stand in the chart the files are what promtool reads: they speak of the
namespace `crm-production`, of the host `crm.example.com` and of runbooks in our repository.
*/}}
{{- define "crm-vision.ruleGroups" -}}
{{- range $path, $_ := .root.Files.Glob .files }}
{{- $text := $.root.Files.Get $path | replace "crm-production" $.root.Release.Namespace | replace "crm.example.com" (default "crm.example.com" $.root.Values.exposure.host) }}
{{- $text = $text | replace "https://github.com/crm-vision/crm-vision/blob/main/docs/runbooks/" $.root.Values.monitoring.rules.runbooks }}
{{ toYaml (fromYaml $text).groups }}
{{- end }}
{{- end }}
