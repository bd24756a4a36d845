{{/* The StatefulSet of an embedded server: one pod that is never two at once. Takes root, component, values, port, volumes and the container's own part. */}}
{{- define "crm-vision.embeddedServer" -}}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  {{- include "crm-vision.metadata" . | nindent 2 }}
spec:
  replicas: 1
  revisionHistoryLimit: 5
  serviceName: {{ include "crm-vision.name" . }}
  selector:
    matchLabels:
      {{- include "crm-vision.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- /* No version of ours: a release of the product starts no database again. */}}
        {{- include "crm-vision.selectorLabels" . | nindent 8 }}
        app.kubernetes.io/part-of: crm-vision
      annotations:
        checksum/secret: {{ include "crm-vision.secretData" . | sha256sum }}
    spec:
      {{- include "crm-vision.podDefaults" . | nindent 6 }}
      terminationGracePeriodSeconds: 60
      containers:
        - name: {{ .component }}
          image: {{ include "crm-vision.foreignImage" .values.image }}
          imagePullPolicy: {{ .root.Values.image.pullPolicy }}
          ports:
            - name: {{ .component }}
              containerPort: {{ .port }}
          resources:
            {{- toYaml .values.resources | nindent 12 }}
          {{- include (printf "crm-vision.%s" .component) . | nindent 10 }}
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: {{ include "crm-vision.name" . }}
        {{- range $name, $source := .volumes }}
        - name: {{ $name }}
          {{- toYaml $source | nindent 10 }}
        {{- end }}
{{- end }}
