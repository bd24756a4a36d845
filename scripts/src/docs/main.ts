import fs from 'node:fs';
import { inRepository } from '../repository.js';
import { runCommand } from '../terminal/run-command.js';
import { runTool } from '../terminal/run-tool.js';
import { generatedPages, outdatedPages } from './pages.js';

/** Writes the generated pages; with --check it only says which ones are out of date; with --pictures it takes those of README, in a browser. */
async function main(args: string[]): Promise<number> {
  if (args.includes('--pictures')) return takePictures();
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

async function takePictures(): Promise<number> {
  const web = { cwd: inRepository('web'), show: true };
  const { code } = await runTool(['vite', 'build'], web);
  return code === 0 ? (await runTool(['playwright', 'test', '--config', 'pictures.config.ts'], web)).code : code;
}

await runCommand(main);
