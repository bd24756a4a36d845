{{- define "crm-vision.tlsSecret" -}}
{{ .Values.exposure.tls.secretName | default (printf "%s-tls" .Release.Name) }}
{{- end }}

{{/*
An Ingress of ingress-nginx. Takes root, component, annotations, and paths (path, pathType, service). Headers, body size and limits per person are the gateway
service's own: what stands here only spares it work. Snippets are never used.
*/}}
{{- define "crm-vision.ingress" -}}
{{- $exposure := .root.Values.exposure -}}
{{- $own := dict "nginx.ingress.kubernetes.io/ssl-redirect" (toString $exposure.tls.enabled) -}}
{{- /* Two that ask for one certificate get in each other's way. */ -}}
{{- if and $exposure.tls.issuer (not .name) }}{{ $_ := set $own "cert-manager.io/cluster-issuer" $exposure.tls.issuer }}{{ end -}}
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  {{- include "crm-vision.metadata" . | nindent 2 }}
  annotations:
    {{- merge (deepCopy $exposure.ingress.annotations) .annotations $own | toYaml | nindent 4 }}
spec:
  ingressClassName: {{ $exposure.ingress.className }}
  {{- if $exposure.tls.enabled }}
  tls:
    - hosts: [{{ $exposure.host }}]
      secretName: {{ include "crm-vision.tlsSecret" .root }}
  {{- end }}
  rules:
    - host: {{ $exposure.host }}
      http:
        paths:
          {{- range .paths }}
          - path: {{ .path }}
            pathType: {{ .pathType }}
            backend:
              service:
                name: {{ $.root.Release.Name }}-{{ .service }}
                port:
                  name: http
          {{- end }}
{{- end }}

{{/* Annotations that every route has: limits of one address and controller. */}}
{{- define "crm-vision.ingressLimits" -}}
nginx.ingress.kubernetes.io/proxy-body-size: {{ .Values.exposure.ingress.bodySize | quote }}
nginx.ingress.kubernetes.io/limit-rps: {{ .Values.exposure.ingress.requestsPerSecond | quote }}
nginx.ingress.kubernetes.io/limit-connections: {{ .Values.exposure.ingress.connections | quote }}
{{- /* An answer that nobody reads stays with the gateway, which counts it: written to the edge's disk, hundreds of them hold up everybody there. */}}
nginx.ingress.kubernetes.io/proxy-max-temp-file-size: "0"
{{- end }}
