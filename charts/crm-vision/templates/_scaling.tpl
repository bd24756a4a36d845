{{- define "crm-vision.hpa" -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  {{- include "crm-vision.metadata" . | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "crm-vision.name" . }}
  minReplicas: {{ .values.autoscaling.minReplicas }}
  maxReplicas: {{ .values.autoscaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ .values.autoscaling.cpuPercent }}
  behavior:
    scaleUp:
      policies:
        - {type: Percent, value: 100, periodSeconds: 30}
    scaleDown:
      stabilizationWindowSeconds: 300
{{- end }}

{{/* Pods that a component has at least, or at most. */}}
{{- define "crm-vision.leastPods" -}}
{{ ternary .autoscaling.minReplicas .replicas .autoscaling.enabled }}
{{- end }}
{{- define "crm-vision.mostPods" -}}
{{ ternary .autoscaling.maxReplicas .replicas .autoscaling.enabled }}
{{- end }}

{{/* One pod after the other; a single pod would only block the drain of its node. */}}
{{- define "crm-vision.pdb" -}}
{{- if and .values.podDisruptionBudget.enabled (ge (int (include "crm-vision.leastPods" .values)) 2) -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "crm-vision.metadata" . | nindent 2 }}
spec:
  maxUnavailable: 1
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "crm-vision.selectorLabels" . | nindent 6 }}
{{- end }}
{{- end }}
