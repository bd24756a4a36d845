import { errorKinds, type ErrorKind } from '@crm-vision/common/errors';
import type { DeclaredError } from './errors.js';

/** docs/errors.md: what a caller of the public API may be told, by code. */
export function errorsPage(errors: readonly DeclaredError[]): string {
  const rows = errors.toSorted((a, b) => a.code.localeCompare(b.code, 'en') || a.file.localeCompare(b.file, 'en')).map(row);
  return `# Errors

<!-- Generated from the error classes of services/*/src by \`npm run generate\`; change them there. -->

An error answers with \`application/problem+json\` (RFC 9457): \`type\`, \`title\`, \`status\`, \`detail\`, \`code\`, \`requestId\`, and in \`errors\` the
field, code and sentence of each wrong field. Programs decide by \`code\`; the sentences are for people and may change. Something of another
workspace, or that the caller may not see, does not exist for them: it is answered as not found.

| code | status | what people read | remark | declared in |
|---|---|---|---|---|
${rows.join('\n')}
`;
}

function row({ code, kind, message, comment, file }: DeclaredError): string {
  const known = errorKinds[kind as ErrorKind] as { http: number } | undefined;
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  return `| \`${code}\` | ${known?.http ?? kind} | ${cell(message)} | ${cell(comment)} | [${file.replace(/^services\//, '').replace('/src/', '/')}](../${file}) |`;
}
