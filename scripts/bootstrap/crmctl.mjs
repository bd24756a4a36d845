#!/usr/bin/env node
// `crmctl` of the ops image, where everything is built: its help text and the program, without the steps of main.mjs.
import { helpFor } from './help.mjs';

const args = process.argv.slice(2);
if (args.length === 0 || args.includes('--help') || args.includes('-h')) process.stdout.write(helpFor('crmctl').replaceAll('npm run crmctl --', 'crmctl'));
else await import('../dist/crmctl/main.js');
