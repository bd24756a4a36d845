/** The shortest password that is worth the name. */
const PASSWORD_LENGTH = 16;
/** Substrings of the passwords that everybody tries first. */
const COMMON = /password|changeme|change-me|secret|letmein|qwerty|1234567|postgres|example|admin/i;
/**
 * This machine, as the host of an address, a gRPC target or one of several addresses: its names, also with the dot of the root behind them, and each way
 * to write 127.0.0.0/8, 0.0.0.0, ::1 and :: (short, in hexadecimal, as one number, mapped into IPv6).
 */
const LOCALHOST = new RegExp(
  String.raw`(^|[/@,])(([a-z0-9-]+\.)*localhost(\.localdomain)?\.?|ip6-(localhost|loopback)\.?|127(\.[0-9]+){0,3}|0+(\.0+){0,3}|0x7f[0-9a-f.x]*|0x0+|`
  + String.raw`21(30|4[0-7])[0-9]{6}|\[[0:]*:[0:]*1?\]|::1?|\[::ffff:(127\.[0-9.]+|7f[0-9a-f]{2}:[0-9a-f]+|0\.0\.0\.0)\])([:/,?]|$)`,
  'i',
);
/** They own the tables or see all workspaces: a service that uses one of them has no row-level security. */
const TOO_STRONG_ROLES = ['postgres', 'crm_vision', 'backup', 'drill'];
/** What may follow the question mark. A user, password or host there would win over what stands before it. */
const SETTINGS = /^(sslmode|sslrootcert|sslcert|sslkey|sslnegotiation|uselibpqcompat|application_name|connect_timeout|family)=[^&]*$/;
/** These go on in plain text, or may. */
const NO_TLS = /[?&]sslmode=(disable|allow|prefer)(&|$)/i;

type Values = Readonly<Record<string, unknown>>;

/** What a laptop may have and a production may not, as sentences without secrets. The chart says the same ones (templates/_validate-secrets.tpl). */
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
  if (/^(DATABASE|REDIS)_URL$/.test(key)) yield* serverChecks(key, text);
}

/** By the text itself and not by a parser: what reads it later may read it otherwise. */
function* serverChecks(key: string, text: string): Generator<string | false> {
  const [, user = '', password = ''] = /^[a-z]+:\/\/([^:@/?#]*):?([^/?#]*)@/i.exec(text) ?? [];
  const [, query = ''] = /\?(.*)$/.exec(text) ?? [];
  yield password === '' && 'Must have a password in production, between the user and the @.';
  yield password !== '' && isWeak(password) && `Its password must have ${PASSWORD_LENGTH} characters and none of the usual words.`;
  yield /[^\w.-]/.test(user) && 'Its user may have letters, digits and underscores only.';
  yield key === 'DATABASE_URL' && TOO_STRONG_ROLES.includes(user) && "Must be the service's own role, not one that sees all workspaces.";
  yield query !== '' && !query.split('&').every((setting) => SETTINGS.test(setting)) && 'May say after the question mark how to connect, and not as whom or where.';
  yield NO_TLS.test(text) && 'Must not go on without TLS: leave sslmode out, or say require or more.';
}

const problemsOf = (key: string, text: string): string[] => [...checks(key, text)].filter((problem) => problem !== false);

/** Also as it reads once it is decoded. */
function isWeak(password: string): boolean {
  return [password, decoded(password)].some((text) => text.length < PASSWORD_LENGTH || COMMON.test(text));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
