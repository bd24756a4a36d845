{{/* Name of the object store that keeps base backups and the write-ahead log, and of the Secret that opens it. */}}
{{- define "crm-vision.archive" -}}
{{ .Release.Name }}-postgresql-archive
{{- end }}

{{/* Secret with the name and the password of a database role. Takes root and role: owner, auth, crm, worker, backup or drill. */}}
{{- define "crm-vision.roleSecret" -}}
{{ .root.Release.Name }}-postgresql-{{ .role }}
{{- end }}

{{/* Short name and name in the database of every role that signs in. */}}
{{- define "crm-vision.roles" -}}
owner: crm_vision
auth: auth_app
crm: crm_app
worker: crm_worker
backup: backup
drill: drill
{{- end }}

{{/* Roles without a login that own functions. */}}
{{- define "crm-vision.functionRoles" -}}
auth_resolver crm_search crm_queue
{{- end }}

{{/* Once, on the empty server: who may enter the database, and the extensions. The operator gives the roles their attributes and passwords afterwards. */}}
{{- define "crm-vision.cnpgInit" -}}
postInitSQL:
  {{- range concat (splitList " " (include "crm-vision.functionRoles" .)) (list "auth_app" "crm_app" "crm_worker" "backup" "drill") }}
  - CREATE ROLE {{ . }}
  {{- end }}
  - ALTER ROLE backup SET default_transaction_read_only = on
postInitApplicationSQL:
  - REVOKE ALL ON DATABASE crm_vision FROM PUBLIC
  - GRANT CONNECT ON DATABASE crm_vision TO auth_app, crm_app, crm_worker, backup
  - REVOKE CREATE ON SCHEMA public FROM PUBLIC
  {{- range list "unaccent" "pg_trgm" "btree_gin" }}
  - CREATE EXTENSION IF NOT EXISTS {{ . }} WITH SCHEMA public
  {{- end }}
{{- end }}
