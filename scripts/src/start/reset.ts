import readline from 'node:readline/promises';
import { PlainError } from '../terminal/plain-error.js';
import { deleteData } from './data-folder.js';

/** Deletes all data after a yes. Without a terminal there is nobody to ask. */
export async function resetData(folder: string, { yes, ownDatabase }: { yes: boolean; ownDatabase: boolean }): Promise<void> {
  if (ownDatabase) throw new PlainError('--reset deletes the embedded database only: empty the one of DATABASE_URL yourself, or unset DATABASE_URL.');
  if (!yes) await ask(folder);
  deleteData(folder);
}

async function ask(folder: string): Promise<void> {
  if (!process.stdin.isTTY) throw new PlainError('--reset asks before it deletes, and there is no terminal to ask at: add --yes.');
  const terminal = readline.createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(`Delete all data in ${folder}? Type "yes": `);
    if (answer.trim().toLowerCase() !== 'yes') throw new PlainError('Nothing was deleted.');
  } finally {
    terminal.close();
  }
}
