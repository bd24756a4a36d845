import fs from 'node:fs';
import { PlainError } from '../../terminal/plain-error.js';
import { advisories, type Advisory } from '../checks/audit.js';
import type { Verb } from '../verb.js';
import { GitHub } from './github.js';

const LABEL = 'security advisory';

/** Hidden in the text, so that the same thing is found again whatever its title became. */
const mark = (of: string): string => `<!-- crm-vision: ${of} -->`;

const textOf = ({ id, module, severity, title, url, patched }: Advisory): string =>
  [mark(id), `**${module}**: ${title}`, '', `Severity ${severity}. ${patched === undefined ? 'Nothing mends it yet.' : `Mended in ${patched}.`}`, '', url, ''].join('\n');

/** One issue for each advisory: made once, kept up to date, opened again when it is back, closed when it is gone. */
export async function reportAdvisories(known: readonly Advisory[], github: GitHub): Promise<{ opened: number; changed: number; closed: number }> {
  const issues = await github.issues(LABEL);
  const counts = { opened: 0, changed: 0, closed: 0 };
  for (const advisory of known) {
    const body = textOf(advisory);
    const there = issues.find((issue) => issue.body?.includes(mark(advisory.id)));
    if (!there) {
      await github.openIssue(`${advisory.module}: ${advisory.title}`, body, [LABEL]);
      counts.opened += 1;
    } else if (there.body !== body || there.state !== 'open') {
      await github.changeIssue(there.number, { body, state: 'open' });
      counts.changed += 1;
    }
  }
  for (const issue of issues.filter(({ state, body }) => state === 'open' && !known.some(({ id }) => body?.includes(mark(id))))) {
    await github.changeIssue(issue.number, { state: 'closed' });
    counts.closed += 1;
  }
  return counts;
}

/** One comment of this name on a pull request, written anew each time. */
export async function reportComment(number: number, name: string, text: string, github: GitHub): Promise<void> {
  const body = `${mark(name)}\n${text}`;
  const there = (await github.comments(number)).find((comment) => comment.body?.startsWith(mark(name)));
  if (!there) await github.addComment(number, body);
  else if (there.body !== body) await github.changeComment(there.id, body);
}

export const report: Verb = {
  usage: 'advisories|comment NUMBER NAME FILE',
  does: 'one issue for each known weakness, or one comment on a pull request, made once and then kept up to date',
  reads: ['GITHUB_REPOSITORY', 'GITHUB_TOKEN', 'GITHUB_API_URL'],
  run: async ([what, number = '', name, file]) => {
    const github = GitHub.from(process.env);
    if (what === 'advisories') {
      const { opened, changed, closed } = await reportAdvisories(await advisories(), github);
      process.stdout.write(`${opened} opened, ${changed} changed, ${closed} closed\n`);
      return 0;
    }
    if (what !== 'comment' || !/^\d+$/.test(number) || !name || !file) throw new PlainError('Say "report advisories", or "report comment NUMBER NAME FILE".');
    await reportComment(Number(number), name, fs.readFileSync(file, 'utf8'), github);
    return 0;
  },
};
