/** A person at the public API: keeps the session cookie and sends the CSRF token, as the web app does. */
export class ApiClient {
  private cookie = '';
  private csrfToken = '';

  constructor(
    private readonly url: string,
    private readonly fetch: typeof globalThis.fetch = globalThis.fetch,
  ) {}

  get headers(): Record<string, string> {
    return { cookie: this.cookie, 'x-csrf-token': this.csrfToken, origin: this.url, 'content-type': 'application/json' };
  }

  async signUp(body: { email: string; password: string; name: string; workspaceName: string }): Promise<void> {
    await this.openSession('/api/v1/auth/sign-up', body);
  }

  /** False when the person is not known. */
  async signIn(body: { email: string; password: string }): Promise<boolean> {
    return this.openSession('/api/v1/auth/sign-in', body, [401]);
  }

  /** Throws for every answer but a good one. */
  async call<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.send(method, path, body);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}, timeout = 20_000): Promise<Response> {
    return this.fetch(this.url + path, {
      method,
      headers: { ...this.headers, ...headers },
      signal: AbortSignal.timeout(timeout),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  private async openSession(path: string, body: unknown, refused: number[] = []): Promise<boolean> {
    const response = await this.send('POST', path, body);
    const text = await response.text();
    if (refused.includes(response.status)) return false;
    if (!response.ok) throw new Error(`POST ${path} answered ${response.status}: ${text.slice(0, 500)}`);
    this.cookie = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!).join('; ');
    this.csrfToken = (await this.call<{ csrfToken: string }>('GET', '/api/v1/session')).csrfToken;
    return true;
  }
}
