// Runs on any Node from 18 on and needs nothing installed; see bootstrap/main.mjs. An older Node must at least understand this file.
const major = Number(process.versions.node.split('.')[0]);
if (major < 18) {
  process.stderr.write('This needs Node 18 or newer and this is Node ' + process.versions.node + ': install a current Node from nodejs.org and try again.\n');
  process.exit(1);
}
import('./bootstrap/main.mjs').then((bootstrap) => bootstrap.main(process.argv[2], process.argv.slice(3)));
