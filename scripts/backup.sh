#!/bin/sh
# Takes a backup, for cron: see `npm run crmctl -- schedule`. Options are those of `crmctl backup`.
set -eu
cd "$(dirname "$0")/.."
exec npm run --silent crmctl -- backup "$@"
