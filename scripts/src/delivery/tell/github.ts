import { z } from 'zod';
import { PlainError } from '../../terminal/plain-error.js';
import type { Environment } from '../verb.js';

const issue = z.object({ number: z.number(), body: z.string().nullable(), state: z.string() });
const comment = z.object({ id: z.number(), body: z.string().nullable() });

const PAGE = 100;

/** The part of GitHub's REST API that telling needs: issues and comments of one repository. */
export class GitHub {
  private constructor(
    private readonly repository: string,
    private readonly api: string,
    private readonly token: string,
  ) {}

  static from({ GITHUB_REPOSITORY, GITHUB_TOKEN, GITHUB_API_URL = 'https://api.github.com' }: Environment): GitHub {
    if (!GITHUB_REPOSITORY || !GITHUB_TOKEN) throw new PlainError('GITHUB_REPOSITORY (owner/name) and GITHUB_TOKEN say where to tell it.');
    return new GitHub(GITHUB_REPOSITORY, GITHUB_API_URL, GITHUB_TOKEN);
  }

  /** Every issue with a label, open or closed. */
  issues(label: string): Promise<z.infer<typeof issue>[]> {
    return this.all(`issues?state=all&labels=${encodeURIComponent(label)}`, issue);
  }

  async openIssue(title: string, body: string, labels: string[]): Promise<void> {
    await this.send('POST', 'issues', { title, body, labels });
  }

  async changeIssue(number: number, change: { body?: string; state?: 'open' | 'closed' }): Promise<void> {
    await this.send('PATCH', `issues/${number}`, change);
  }

  comments(number: number): Promise<z.infer<typeof comment>[]> {
    return this.all(`issues/${number}/comments`, comment);
  }

  async addComment(number: number, body: string): Promise<void> {
    await this.send('POST', `issues/${number}/comments`, { body });
  }

  async changeComment(id: number, body: string): Promise<void> {
    await this.send('PATCH', `issues/comments/${id}`, { body });
  }

  private async all<T>(path: string, item: z.ZodType<T>): Promise<T[]> {
    const found: T[] = [];
    for (let page = 1; ; page += 1) {
      const items = z.array(item).parse(await this.send('GET', `${path}${path.includes('?') ? '&' : '?'}per_page=${PAGE}&page=${page}`));
      found.push(...items);
      if (items.length < PAGE) return found;
    }
  }

  private async send(method: string, path: string, body?: object): Promise<unknown> {
    const headers = { accept: 'application/vnd.github+json', 'content-type': 'application/json', authorization: `Bearer ${this.token}`, 'x-github-api-version': '2022-11-28' };
    const response = await fetch(`${this.api}/repos/${this.repository}/${path}`, { method, headers, signal: AbortSignal.timeout(30_000), ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new PlainError(`GitHub answered ${response.status} to ${method} ${path.split('?')[0]}: ${(await response.text()).slice(0, 300)}`);
    return response.json();
  }
}
