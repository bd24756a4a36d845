import { createElement, Fragment, useMemo, type ReactNode } from 'react';

const allowed = new Set(['p', 'br', 'strong', 'em', 's', 'u', 'ul', 'ol', 'li', 'h3', 'blockquote', 'code']);
const schemes = /^(https?:|mailto:|tel:)/i;

/** The server has cleaned the text; here it becomes elements one by one, so that nothing else can ever run. */
export function NoteBody({ html }: { html: string }) {
  const content = useMemo(() => [...new DOMParser().parseFromString(html, 'text/html').body.childNodes].map(toElement), [html]);
  return <div className="note-text text-base break-words">{content}</div>;
}

function toElement(node: ChildNode, key: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const name = node.tagName.toLowerCase();
  const children = [...node.childNodes].map(toElement);
  if (name === 'br') return <br key={key} />;
  if (name === 'a') return <NoteLink key={key} href={node.getAttribute('href') ?? ''}>{children}</NoteLink>;
  if (name === 'span' && node.hasAttribute('data-mention')) return <span key={key} className="rounded-sm bg-accent-soft px-0.5 font-medium text-accent-ink">{children}</span>;
  return allowed.has(name) ? createElement(name, { key }, ...children) : <Fragment key={key}>{children}</Fragment>;
}

function NoteLink({ href, children }: { href: string; children: ReactNode }) {
  if (!schemes.test(href)) return children;
  return <a href={href} target="_blank" rel="noopener noreferrer" className="text-accent-ink underline underline-offset-2">{children}</a>;
}
