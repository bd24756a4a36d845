import fs from 'node:fs';
import { inRepository } from '../repository.js';
import { runCommand } from '../terminal/run-command.js';
import { generatedPages, outdatedPages } from './pages.js';

/** Writes the generated pages; with --check it only says which ones are out of date. */
async function main(args: string[]): Promise<number> {
  const pages = await generatedPages();
  const outdated = outdatedPages(pages);
  if (args.includes('--check')) {
    for (const file of outdated) process.stdout.write(`${file} is out of date: run npm run generate and commit it.\n`);
    return outdated.length === 0 ? 0 : 1;
  }
  for (const file of outdated) {
    fs.writeFileSync(inRepository(file), pages.get(file)!);
    process.stdout.write(`  ${file}\n`);
  }
  return 0;
}

await runCommand(main);
