/** What a package does that few packages have a reason to do. Neither is a proof; somebody has to look. */
export interface Suspicion {
  file: string;
  what: string;
}

export interface PackageFile {
  name: string;
  text: string;
}

/** `prepare` is not among them: it runs where a package is made. */
const installScripts = ['preinstall', 'install', 'postinstall'];

const runsText = /\beval\s*\(|\bnew Function\s*\(|\bvm\.runIn(This|New)?Context\s*\(|_compile\s*\(/;
const reachesOut = /\bfetch\s*\(|https?\.(request|get)\s*\(|require\(['"](node:)?(https?|net|dns|tls)['"]\)|from ['"](node:)?(https?|net|dns|tls)['"]|\bXMLHttpRequest\b|\bWebSocket\s*\(/;
const startsPrograms = /child_process/;
const readsSecrets = /\.npmrc\b|\.aws\/credentials|\.ssh\/|id_rsa|GITHUB_TOKEN|NPM_TOKEN|process\.env\)\s*\)/;
const hiddenText = /(?:\\x[0-9a-f]{2}){40,}|_0x[0-9a-f]{4,}|['"][A-Za-z0-9+/=]{2000,}['"]/;

/** The combinations that backdoors of the past were made of, over the files of one package. */
export function suspicionsOf(manifest: { scripts?: Record<string, string> | undefined }, files: readonly PackageFile[]): Suspicion[] {
  const scripts = installScripts.filter((name) => manifest.scripts?.[name] !== undefined).map((name) => ({ file: 'package.json', what: `runs "${manifest.scripts![name]}" at ${name}` }));
  return [...scripts, ...files.flatMap(({ name, text }) => whatIn(text).map((what) => ({ file: name, what })))];
}

function whatIn(text: string): string[] {
  const found = [
    runsText.test(text) && reachesOut.test(text) && 'runs text as code, and reaches the network',
    hiddenText.test(text) && (runsText.test(text) || startsPrograms.test(text)) && 'hides text, and runs it',
    readsSecrets.test(text) && (reachesOut.test(text) || startsPrograms.test(text)) && 'reads where secrets lie, and has a way out',
  ];
  return found.filter((each) => each !== false);
}
