import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { repositoryRoot } from '../repository.js';

export interface DeclaredError {
  code: string;
  /** A kind of error-kinds.ts, or the HTTP status itself. */
  kind: string;
  message: string;
  /** The comment above the class: when it happens. */
  comment: string;
  /** File of the declaration, relative to the clone. */
  file: string;
}

/** Which arguments of the base's constructor are kind (or status), code and message. */
const bases: Record<string, [number, number, number]> = { DomainError: [0, 1, 2], HttpError: [0, 2, 3] };

/** Every error class with a code of its own in the given folders. */
export function readErrors(folders: readonly string[]): DeclaredError[] {
  return folders.flatMap(sourcesBelow).flatMap((file) => errorsIn(path.relative(repositoryRoot, file).replaceAll(path.sep, '/'), fs.readFileSync(file, 'utf8')));
}

export function errorsIn(file: string, text: string): DeclaredError[] {
  if (!/extends (DomainError|HttpError)\b/.test(text)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const found: DeclaredError[] = [];
  ts.forEachChild(source, (node) => {
    if (!ts.isClassDeclaration(node)) return;
    const declared = readClass(node, source);
    if (declared) found.push({ ...declared, file });
  });
  return found;
}

function positionsOf(node: ts.ClassDeclaration): [number, number, number] | undefined {
  const base = node.heritageClauses?.flatMap(({ types }) => [...types]).map(({ expression }) => expression.getText())[0];
  return base === undefined ? undefined : bases[base];
}

function readClass(node: ts.ClassDeclaration, source: ts.SourceFile): Omit<DeclaredError, 'file'> | null {
  const maker = node.members.find(ts.isConstructorDeclaration);
  const call = maker?.body && findSuper(maker.body);
  const positions = positionsOf(node);
  if (!maker || !call || !positions) return null;
  const [kind, code, message] = positions.map((position) => call.arguments[position]);
  if (!kind || !code || !message || !ts.isStringLiteral(code) || !(ts.isStringLiteral(kind) || ts.isNumericLiteral(kind))) return null;
  return { kind: kind.text, code: code.text, message: textOf(message, maker), comment: commentOf(node, source) };
}

function findSuper(body: ts.Block): ts.CallExpression | null {
  for (const statement of body.statements) {
    if (ts.isExpressionStatement(statement) && ts.isCallExpression(statement.expression) && statement.expression.expression.kind === ts.SyntaxKind.SuperKeyword) return statement.expression;
  }
  return null;
}

/** The text for people; what is put in at run time shows as {name}, what may be left out in [brackets]. */
function textOf(node: ts.Expression, maker: ts.ConstructorDeclaration): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) return node.head.text + node.templateSpans.map(({ expression, literal }) => partOf(expression, maker) + literal.text).join('');
  if (ts.isConditionalExpression(node)) return eitherOf(textOf(node.whenTrue, maker), textOf(node.whenFalse, maker));
  if (!ts.isIdentifier(node)) return '';
  const value = valueOf(node.text, maker);
  return value ? textOf(value, maker) : '';
}

function partOf(expression: ts.Expression, maker: ts.ConstructorDeclaration): string {
  const value = ts.isIdentifier(expression) ? valueOf(expression.text, maker) : expression;
  const text = value && (ts.isConditionalExpression(value) || ts.isTemplateExpression(value) || ts.isStringLiteralLike(value)) ? textOf(value, maker) : '';
  return text && !text.includes(' / ') ? text : `{${lastName(expression)}}`;
}

function eitherOf(one: string, other: string): string {
  if (one === '' || other === '') return one + other === '' ? '' : `[${one}${other}]`;
  return `${one} / ${other}`;
}

/** What a name stands for in the constructor: the default of a parameter, or a local value. */
function valueOf(name: string, maker: ts.ConstructorDeclaration): ts.Expression | undefined {
  const locals = maker.body?.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) => [...declarationList.declarations]) ?? [];
  return [...maker.parameters, ...locals].find((each) => each.name.getText() === name)?.initializer;
}

function lastName(expression: ts.Expression): string {
  return /([A-Za-z_]+)\W*$/.exec(expression.getText().replace(/\(.*\)$/s, ''))?.[1] ?? '…';
}

function commentOf(node: ts.Node, source: ts.SourceFile): string {
  const ranges = ts.getLeadingCommentRanges(source.text, node.pos) ?? [];
  const last = ranges.at(-1);
  if (!last) return '';
  const raw = source.text.slice(last.pos, last.end);
  return raw.startsWith('/**') ? raw.slice(3, -2).replace(/\n\s*\*\s?/g, ' ').trim() : '';
}

function sourcesBelow(folder: string): string[] {
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .flatMap((entry) => {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) return entry.name === 'generated' ? [] : sourcesBelow(file);
      return entry.name.endsWith('.ts') && !entry.name.includes('spec') ? [file] : [];
    });
}
