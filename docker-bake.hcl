# docker buildx bake            all five images for this machine's platform, as crm-vision/<name>:dev
# TAG=1.4.0 PUSH=true ... bake  what CI runs; see docs/deploy/images.md

variable "REGISTRY" { default = "" }                  # such as ghcr.io; empty: none
variable "TAG" { default = "dev" }
variable "VERSION" { default = "0.0.0" }
variable "REVISION" { default = "unknown" }
variable "CREATED" { default = "1970-01-01T00:00:00Z" } # of the commit, so that the same commit makes the same image
variable "SOURCE" { default = "unknown" }
variable "PLATFORMS" { default = "" }                 # such as linux/amd64,linux/arm64; empty: this machine's
variable "CACHE" { default = "" }                     # gha in GitHub Actions; empty: this machine's own
variable "PUSH" { default = false }

group "default" {
  targets = ["gateway", "auth", "crm", "web", "ops"]
}

# Those of the chart, and the one for a first look.
group "release" {
  targets = ["default", "all-in-one"]
}

group "services" {
  targets = ["gateway", "auth", "crm"]
}

function "place" {
  params = [name]
  result = trimprefix("${REGISTRY}/crm-vision/${name}", "/")
}

function "tags" {
  params = [name]
  result = compact(["${place(name)}:${TAG}", REVISION == "unknown" ? "" : "${place(name)}:sha-${substr(REVISION, 0, 12)}"])
}

target "image" {
  context   = "."
  platforms = PLATFORMS == "" ? [] : split(",", PLATFORMS)
  args      = { VERSION = VERSION, REVISION = REVISION, CREATED = CREATED, SOURCE = SOURCE }
  # A registry keeps these beside the image; the store of a local daemon cannot.
  attest = PUSH ? ["type=provenance,mode=max", "type=sbom"] : []
  output = PUSH ? ["type=registry"] : ["type=docker"]
}

target "gateway" {
  inherits   = ["image"]
  dockerfile = "services/gateway/Dockerfile"
  tags       = tags("gateway")
  cache-from = CACHE == "" ? [] : ["type=${CACHE},scope=gateway"]
  cache-to   = CACHE == "" ? [] : ["type=${CACHE},scope=gateway,mode=max"]
}

target "auth" {
  inherits   = ["image"]
  dockerfile = "services/auth/Dockerfile"
  tags       = tags("auth")
  cache-from = CACHE == "" ? [] : ["type=${CACHE},scope=auth"]
  cache-to   = CACHE == "" ? [] : ["type=${CACHE},scope=auth,mode=max"]
}

target "crm" {
  inherits   = ["image"]
  dockerfile = "services/crm/Dockerfile"
  tags       = tags("crm")
  cache-from = CACHE == "" ? [] : ["type=${CACHE},scope=crm"]
  cache-to   = CACHE == "" ? [] : ["type=${CACHE},scope=crm,mode=max"]
}

target "web" {
  inherits   = ["image"]
  dockerfile = "web/Dockerfile"
  tags       = tags("web")
  cache-from = CACHE == "" ? [] : ["type=${CACHE},scope=web"]
  cache-to   = CACHE == "" ? [] : ["type=${CACHE},scope=web,mode=max"]
}

target "ops" {
  inherits   = ["image"]
  dockerfile = "scripts/Dockerfile"
  tags       = tags("ops")
  cache-from = CACHE == "" ? [] : ["type=${CACHE},scope=ops"]
  cache-to   = CACHE == "" ? [] : ["type=${CACHE},scope=ops,mode=max"]
}

target "all-in-one" {
  inherits   = ["image"]
  dockerfile = "scripts/all-in-one/Dockerfile"
  tags       = tags("all-in-one")
  cache-from = CACHE == "" ? [] : ["type=${CACHE},scope=all-in-one"]
  cache-to   = CACHE == "" ? [] : ["type=${CACHE},scope=all-in-one,mode=max"]
}
