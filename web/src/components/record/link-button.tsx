import type { LucideIcon } from 'lucide-react';
import { buttonClass } from '@/components/ui/button-class.js';

/** A link out of the app that looks like a button; on a phone only its sign. */
export function LinkButton({ href, icon: Icon, label }: { href: string; icon: LucideIcon; label: string }) {
  return (
    <a href={href} className={buttonClass('secondary', 'md', 'max-md:size-8 max-md:px-0 touch:max-md:size-11')}>
      <Icon aria-hidden className="size-4" />
      <span className="max-md:sr-only">{label}</span>
    </a>
  );
}
