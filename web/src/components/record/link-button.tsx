import type { LucideIcon } from 'lucide-react';
import { buttonClass } from '@/components/ui/button-class.js';

/** A link out of the app that looks like a button. On a phone the links of the details are near enough. */
export function LinkButton({ href, icon: Icon, label }: { href: string; icon: LucideIcon; label: string }) {
  return (
    <a href={href} className={buttonClass('secondary', 'md', 'max-md:hidden')}>
      <Icon aria-hidden className="size-4" />
      {label}
    </a>
  );
}
