import { classNames } from '@/lib/class-names.js';
import { keyNames } from '@/lib/keyboard/key-names.js';

/** Keys as people read them: <Kbd keys="mod+k" />, <Kbd keys="g d" />. Not spoken: screen readers have the label. */
export function Kbd({ keys, tone = 'normal' }: { keys: string; tone?: 'normal' | 'inverse' }) {
  const look = tone === 'normal' ? 'border border-subtle bg-sunken text-muted' : 'border border-current/30';
  return (
    <span aria-hidden className="inline-flex items-center gap-0.5 touch:hidden">
      {keyNames(keys).map((name, index) => (
        <kbd key={index} className={classNames('inline-grid h-4.5 min-w-4.5 place-items-center rounded-sm px-1 font-sans text-[11px] leading-none', look)}>
          {name}
        </kbd>
      ))}
    </span>
  );
}
