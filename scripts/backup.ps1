# Takes a backup, for Task Scheduler: see `npm run crmctl -- schedule`. Options are those of `crmctl backup`.
Set-Location (Join-Path $PSScriptRoot '..')
npm run --silent crmctl -- backup @args
exit $LASTEXITCODE
