# Puts a backup back. Options are those of `crmctl restore`.
Set-Location (Join-Path $PSScriptRoot '..')
npm run --silent crmctl -- restore @args
exit $LASTEXITCODE
