{{/*
Roles as `crmctl database prepare` makes them on a server of our own: the owner may become the function roles and inherits nothing of them; the backup role
alone reads past row-level security, and writes nothing; the drill may make databases and enters no other.
*/}}
{{- define "crm-vision.cnpgRoles" -}}
{{- range splitList " " (include "crm-vision.functionRoles" .) }}
- name: {{ . }}
  ensure: present
  login: false
{{- end }}
{{- range $short, $name := include "crm-vision.roles" . | fromYaml }}
- name: {{ $name }}
  ensure: present
  login: true
  superuser: false
  createrole: false
  createdb: {{ eq $short "drill" }}
  bypassrls: {{ has $short (list "backup" "drill") }}
  inherit: {{ ne $short "owner" }}
  {{- if eq $short "owner" }}
  inRoles: {{ splitList " " (include "crm-vision.functionRoles" $) | toJson }}
  {{- else if eq $short "backup" }}
  inRoles: [pg_read_all_data]
  {{- end }}
  passwordSecret:
    name: {{ include "crm-vision.roleSecret" (dict "root" $ "role" $short) }}
{{- end }}
{{- end }}
