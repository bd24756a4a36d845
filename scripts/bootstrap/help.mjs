const texts = {
  start: `npm start -- [options]

  Installs, builds and runs CRM-VISION on this machine and prints its address. Ctrl-C stops it.

  --port N      listen on this port (3000 when nothing is said)
  --host IP     listen on this address of the machine (127.0.0.1 when nothing is said); there is no TLS
  --sample      begin with a workspace full of sample data, and print a ready sign-in
  --reset       delete all data of this clone first; asks before it does (--yes answers)
  --help        this text

  Data, logs and generated passwords are kept in .data/ of the clone and survive restarts.
  DATABASE_URL  a PostgreSQL 15 or newer to use in place of the embedded one, as a superuser
  REDIS_URL     a Redis to use in place of the embedded one
`,
  dev: `npm run dev -- [--port N]

  Runs everything from source: a changed service is built and restarted, a changed screen shows at once.
  It uses the same data as npm start, so stop that first.
`,
  test: `npm test -- [suite ...] [--list]

  Runs every suite, or the named ones, and ends with one table and one line: N passed, N failed, N skipped.
`,
  'test:cluster': `npm run test:cluster -- [check ...] [--list]

  Installs the chart on the Kubernetes that KUBECONFIG names and proves there what it promises, one line a check. It takes the
  namespace crm-suite for itself. A number runs all checks of that group; see docs/operations/cluster-tests.md.

  CLUSTER_BUILD     how an image is built and brought to the cluster, with {image}, {file} and {context} filled in
  CLUSTER_EDGE      host:port where the edge speaks TLS
  CLUSTER_RATE      requests a second of the load (80)
  CLUSTER_TEST_BED  folder of programs that start a cluster, build and load images: in place of the two above
`,
  attack: `npm run attack -- [attack ...] [--list] [--filters] [--contacts N] [--seconds N]

  Starts the product on a folder of its own, lets one hostile person or address do its worst, within the limits that the product has, and measures what people of
  other workspaces feel: the slowest hundredth of their reads may become five times as slow, and none may fail. Exit code 1 when one attack is felt.

  --list        name the attacks
  --filters     ask for every field by every operation first, and print the dearest ten; alone it does only that
  --contacts N  contacts of the hostile workspace, and as many companies, deals and tasks (100000 when nothing is said)
  --seconds N   seconds of each attack (20)
`,
  bench: `npm run bench -- [--contacts N] [--seconds N] [--rounds N]

  Measures the whole product beside two bare reference servers in the same run and prints the ratios beside the goals.

  --contacts N  contacts at the end (100000 when nothing is said); companies are a tenth of them, deals a fifth
  --rounds N    rounds of each measurement (3); the one in the middle counts
  --seconds N   seconds of a round (4)
`,
  crmctl: `npm run crmctl -- TOPIC VERB [options]

  migrate deploy            apply the migrations that are missing
  migrate status            say what is missing, failed or changed (exit code 2 when something is)
  migrate check             compare the migrations with schema.prisma, in a database of its own
  migrate new NAME          write the next migration from schema.prisma
  migrate rolledback NAME   after a failed migration was repaired by hand: try it again (--schema needed)
    --schema auth|crm       only this service
    --wait SECONDS          how long deploy waits for the server to answer
  database prepare          database, roles and extensions on an empty server, as its superuser; passwords from OWNER_PASSWORD, AUTH_PASSWORD,
                            CRM_PASSWORD, BACKUP_PASSWORD, DRILL_PASSWORD (--wait SECONDS)
  secrets init              every Secret that the chart reads, with passwords made by chance, as a manifest for kubectl apply -f -
    --postgresql embedded|cnpg|HOST  --redis embedded|URL  --release crm
  smoke --api URL --web URL whether a running system does its work; --as PUBLIC_URL behind an edge, --sign-up with an account that stays
  preflight                 whether an upgrade to this version may begin: backup, disk, migrations tried on a copy, versions (exit code 2 when not)
    --running VERSION|--api URL  which version runs; --namespace crm: the keys of its Secrets; --folder F, --max-age 26h
  quota show WORKSPACE      what a workspace, by its id, has and may have
  quota set WORKSPACE records=N bytes=N events=N  other quotas for it than the installation's; "default" in place of N: the installation's again
  readiness                 the audit as a score: each row with the commands that make it green, and what was seen of them in this clone
    --json, --write         for machines; into docs/readiness.md.  --at-least 95: exit code 1 below that. A row that is red ends with 1 always
  audit verify              recompute the hash chain of every workspace's audit entries
  backup                    take a backup, verify it, and only then count it; --method pg_dump|copy, --folder F
  backup list               the backups that are there; --since 24h
  backup new-key FILE       a key pair, for copies that are encrypted
  verify [NAME]             read every byte of a backup (the newest) and compare it with what it should hold; --all
  drill [NAME]              restore a backup (the newest) into a throw-away database, ask it, drop it
  restore [NAME]            put a backup (the newest) in the place of the database; --confirm DATABASE, --replace, --drop-old
    --from-store            verify, drill, restore: fetch it from the object store first; --identity FILE when it is encrypted
  restore drop-old NAME     drop what a restore has kept aside
  schedule                  the line for cron, or the command for Task Scheduler; --at 02:00, --install

  Works on DATABASE_URL, or else on the system that npm start runs from this clone.
`,
  chart: `npm run chart -- golden

  Writes charts/crm-vision/golden/: what each environment renders to. Needs helm. Look at the difference before you commit it.
`,
  addon: `npm run addon -- VERB NAME [options of helm]

  install NAME   install or upgrade what the cluster needs beside the chart, at the version of k8s/versions.yaml
  print NAME     say the command instead
  version NAME   say the version, or the image, of a chart or a tool
`,
  lint: `npm run lint

  The static checks of npm test alone.
`,
  generate: `npm run generate -- [--pictures]

  Generates code from the contract, the database clients, the types of the public API, and the generated pages of docs/.

  --pictures    the pictures of README instead: sample data in a browser, light and dark
`,
  build: `npm run build

  Builds the services and the web app.
`,
};

export function helpFor(name) {
  return texts[name] ?? null;
}
