import type { ReactNode } from 'react';
import { classNames } from '@/lib/class-names.js';
import { valueLinkClass, valueLinksClass } from './inline-value.js';

/** A value that leads out of the app: a page, a phone. */
export function ValueLink({ href, isOutside = false, children }: { href: string; isOutside?: boolean; children: ReactNode }) {
  return (
    <span className={valueLinksClass}>
      <a href={href} {...(isOutside ? { target: '_blank', rel: 'noreferrer' } : {})} className={classNames(valueLinkClass, 'break-all')}>{children}</a>
    </span>
  );
}
