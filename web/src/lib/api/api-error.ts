import type { FieldProblem, Problem } from './api-types.js';

/** What the server, or the way to it, said no with. Screens decide by `code`, never by status. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly code: string,
    readonly status: number,
    message: string,
    readonly requestId: string | null = null,
    readonly fieldErrors: readonly FieldProblem[] = [],
    /** With STALE_VERSION: the record as it is now. */
    readonly current: unknown = undefined,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(message);
  }

  /** Nobody answered who could: the same request may well succeed a moment later. */
  get isUnreachable(): boolean {
    return [0, 502, 503, 504].includes(this.status);
  }

  get notFound(): boolean {
    return this.status === 404;
  }
}

export const OFFLINE = 'OFFLINE';

export function offlineError(): ApiError {
  return new ApiError(OFFLINE, 0, 'The server cannot be reached.');
}

export async function errorFromResponse(response: Response): Promise<ApiError> {
  const problem = await readProblem(response);
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return new ApiError(
    problem.code ?? `HTTP_${response.status}`,
    response.status,
    problem.detail ?? problem.title ?? response.statusText,
    problem.requestId ?? response.headers.get('X-Request-Id'),
    problem.errors ?? [],
    problem.current,
    Number.isFinite(retryAfter) ? retryAfter : null,
  );
}

/** Only the problems of records carry the record. */
type AnyProblem = Partial<Problem> & { current?: unknown };

async function readProblem(response: Response): Promise<AnyProblem> {
  if (!response.headers.get('Content-Type')?.includes('json')) return {};
  try {
    return (await response.json()) as AnyProblem;
  } catch {
    return {};
  }
}
