import fs from 'node:fs';
import { inRepository } from '../../repository.js';
import { runProgram } from '../../terminal/run-tool.js';
import { artifact } from '../artifacts.js';
import { commit } from '../release/release.js';
import type { Verb } from '../verb.js';

interface Change {
  type: string;
  scope: string | undefined;
  what: string;
  revision: string;
  breaks: boolean;
}

const headings: Readonly<Record<string, string>> = { feat: 'New', fix: 'Mended', perf: 'Faster', docs: 'Documents' };

/** One line of `git log --format=%h%x09%s`, by the convention of commits here; null for what is nobody's news. */
export function changeOf(line: string): Change | null {
  const [revision = '', subject = ''] = line.split('\t');
  const [, type, scope, bang, what] = /^(\w+)(?:\(([^)]+)\))?(!)?: (.+)$/.exec(subject) ?? [];
  return type === undefined || what === undefined ? null : { type, scope, what, revision, breaks: bang !== undefined };
}

/** What changed for people, as Markdown: what breaks first, then by kind. */
export function notesOf(changes: readonly Change[]): string {
  const listed = changes.map((change) => ({ ...change, heading: change.breaks ? 'To look at before an upgrade' : headings[change.type] })).filter(({ heading }) => heading !== undefined);
  const order = ['To look at before an upgrade', ...Object.values(headings)];
  const sections = order.map((heading) => ({ heading, rows: listed.filter((each) => each.heading === heading) })).filter(({ rows }) => rows.length > 0);
  if (sections.length === 0) return 'Nothing that people notice.\n';
  return sections.map(({ heading, rows }) => `## ${heading}\n\n${rows.map(({ scope, what, revision }) => `- ${scope === undefined ? '' : `**${scope}**: `}${what} (${revision})`).join('\n')}\n`).join('\n');
}

/** What CHANGELOG.md says of a version, or of what comes next; "" when it says nothing. */
export function changelogOf(text: string, version: string): string {
  const sections = text.split(/^## /m).slice(1);
  const found = sections.find((each) => each.startsWith(`${version}\n`) || each.startsWith(`${version} `)) ?? sections.find((each) => each.startsWith('Not released yet\n'));
  return found === undefined ? '' : found.slice(found.indexOf('\n')).trim().replaceAll(/^###/gm, '##');
}

/** The newest release before this commit; null: there was none. */
async function releaseBefore(): Promise<string | null> {
  const { code, output } = await runProgram('git', ['describe', '--tags', '--abbrev=0', '--match', 'v*', 'HEAD^']);
  return code === 0 ? output.trim() : null;
}

export const notes: Verb = {
  usage: '',
  does: 'what changed since the release before, for people (.artifacts/notes.md)',
  run: async () => {
    const before = await releaseBefore();
    const { output } = await runProgram('git', ['log', '--no-merges', '--format=%h%x09%s', before === null ? 'HEAD' : `${before}..HEAD`]);
    const changes = output.split('\n').map(changeOf).filter((change) => change !== null);
    const { version } = await commit();
    const written = changelogOf(fs.readFileSync(inRepository('CHANGELOG.md'), 'utf8'), version);
    const text = [`# ${version}`, written, `# Every change ${before === null ? 'so far' : `since ${before}`}`, notesOf(changes)].filter(Boolean).join('\n\n');
    fs.writeFileSync(artifact('notes.md'), text);
    process.stdout.write(text);
    return 0;
  },
};
