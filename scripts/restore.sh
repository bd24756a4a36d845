#!/bin/sh
# Puts a backup back. Options are those of `crmctl restore`.
set -eu
cd "$(dirname "$0")/.."
exec npm run --silent crmctl -- restore "$@"
