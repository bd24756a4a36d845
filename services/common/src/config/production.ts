/** The shortest password that is worth the name. */
const PASSWORD_LENGTH = 16;
/** Substrings of the passwords that everybody tries first. */
const COMMON = /password|changeme|change-me|secret|letmein|qwerty|1234567|postgres|example|admin/i;
/** This machine, as the host of an address, a gRPC target or one of several addresses. */
const LOCALHOST = /(^|[/@,])(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[?::1\]?)(?=[:/,?]|$)/i;
/** They own the tables or see all workspaces: a service that uses one of them has no row-level security. */
const TOO_STRONG_ROLES = ['postgres', 'crm_vision', 'backup', 'drill'];

type Values = Readonly<Record<string, unknown>>;

/** What a laptop may have and a production may not, as sentences without secrets. The chart says the same ones (templates/_validate.tpl). */
export function productionProblems(values: Values): string[] {
  if (values['NODE_ENV'] !== 'production') return [];
  return Object.entries(values).flatMap(([key, value]) => {
    const text = Array.isArray(value) ? value.join(',') : value;
    return typeof text === 'string' && /(_URL|_DSN|_ORIGINS)$/.test(key) ? problemsOf(key, text).map((problem) => `${key}: ${problem}`) : [];
  });
}

function* checks(key: string, text: string): Generator<string | false> {
  yield LOCALHOST.test(text) && 'Must not be localhost in production.';
  if (key === 'PUBLIC_URL') yield !text.startsWith('https://') && 'Must begin with https:// in production.';
  if (!/^(DATABASE|REDIS)_URL$/.test(key) || !URL.canParse(text)) return;
  const { username, password } = new URL(text);
  yield password !== '' && isWeak(decodeURIComponent(password)) && `Its password must have ${PASSWORD_LENGTH} characters and none of the usual words.`;
  if (key === 'DATABASE_URL') yield TOO_STRONG_ROLES.includes(username) && "Must be the service's own role, not one that sees all workspaces.";
}

const problemsOf = (key: string, text: string): string[] => [...checks(key, text)].filter((problem) => problem !== false);

const isWeak = (password: string): boolean => password.length < PASSWORD_LENGTH || COMMON.test(password);
