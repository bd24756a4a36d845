{{/*
The Deployment of a component. Takes root, component, values and image, ports (name: number), and for the Node services a command where the image's
own one is not meant. What differs between a Node service and the web server are its probes and its environment.
*/}}
{{- define "crm-vision.deployment" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  {{- include "crm-vision.metadata" . | nindent 2 }}
spec:
  {{- /* An autoscaler and this number would fight over the pods. */}}
  {{- if not .values.autoscaling.enabled }}
  replicas: {{ .values.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  minReadySeconds: 10
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  selector:
    matchLabels:
      {{- include "crm-vision.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "crm-vision.podLabels" . | nindent 8 }}
      {{- include "crm-vision.checksums" . | nindent 6 }}
    spec:
      {{- include "crm-vision.podDefaults" . | nindent 6 }}
      terminationGracePeriodSeconds: {{ add (include "crm-vision.leaveSeconds" .) 50 }}
      {{- include "crm-vision.spread" . | nindent 6 }}
      containers:
        - name: {{ .component }}
          {{- include "crm-vision.container" . | nindent 10 }}
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: 64Mi
{{- end }}

{{- define "crm-vision.container" -}}
image: {{ include "crm-vision.image" . }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
{{- with .command }}
command: {{ toJson . }}
{{- end }}
securityContext:
  {{- include "crm-vision.containerSecurityContext" . | nindent 2 }}
{{- include "crm-vision.environmentOfContainer" . }}
ports:
  {{- range $name, $port := .ports }}
  - name: {{ $name }}
    containerPort: {{ $port }}
  {{- end }}
{{ include (ternary "crm-vision.webProbes" "crm-vision.nodeProbes" (eq .component "web")) . }}
lifecycle:
  preStop:
    sleep:
      seconds: {{ include "crm-vision.leaveSeconds" . }}
resources:
  {{- toYaml .values.resources | nindent 2 }}
volumeMounts:
  - name: tmp
    mountPath: /tmp
{{- end }}

{{/*
How long a pod serves on after it was told to go. Load balancers hear of it within seconds. gRPC clients learn of pods by their names, and a name server repeats its
answer for 30 s: a pod that is named in one has to be there as long, or pods that go one after the other leave clients with none that lives.
*/}}
{{- define "crm-vision.leaveSeconds" -}}
{{ ternary 35 10 (has .component (list "auth" "crm")) }}
{{- end }}

{{/* Over hosts and zones where there are several; never a reason to stay pending. */}}
{{- define "crm-vision.spread" -}}
topologySpreadConstraints:
  {{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
  - maxSkew: 1
    topologyKey: {{ . }}
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "crm-vision.selectorLabels" $ | nindent 8 }}
    matchLabelKeys: [pod-template-hash]
  {{- end }}
{{- end }}
