{{/* A Service. Takes root, component, name, headless, ports (list of name, port). Headless: gRPC clients see every pod, Prometheus too. */}}
{{- define "crm-vision.service" -}}
apiVersion: v1
kind: Service
metadata:
  {{- include "crm-vision.metadata" . | nindent 2 }}
spec:
  type: ClusterIP
  {{- if .headless }}
  clusterIP: None
  {{- end }}
  selector:
    {{- include "crm-vision.selectorLabels" . | nindent 4 }}
  ports:
    {{- range .ports }}
    - name: {{ .name }}
      port: {{ .port }}
      targetPort: {{ .name }}
      {{- if eq .name "grpc" }}
      appProtocol: kubernetes.io/h2c
      {{- end }}
    {{- end }}
{{- end }}

{{/* How a gRPC client finds all pods of a component. The last dot spares the search domains. */}}
{{- define "crm-vision.grpcTarget" -}}
{{ printf "dns:///%s-grpc.%s.svc.%s.:50051" (include "crm-vision.name" .) .root.Release.Namespace .root.Values.clusterDomain }}
{{- end }}
