import type { CSSProperties } from 'react';
import { classNames } from '@/lib/class-names.js';

const sizes = { xs: 'size-4.5 text-[9px]', sm: 'size-5 text-[10px]', md: 'size-6 text-[11px]', lg: 'size-9 text-sm', xl: 'size-12 text-lg' };

export interface AvatarProps {
  id: string;
  name: string;
  size?: keyof typeof sizes;
  /** Companies are square, people round. */
  shape?: 'person' | 'company';
  /** False when the name stands beside it. */
  spoken?: boolean;
}

/** Initials on a colour that stays the same for an id. No picture ever comes from outside. */
export function Avatar({ id, name, size = 'md', shape = 'person', spoken = false }: AvatarProps) {
  const initials = initialsOf(name);
  return (
    <span
      {...(spoken ? { role: 'img', 'aria-label': name, title: name } : { 'aria-hidden': true })}
      style={{ '--avatar-hue': hueOf(id) } as CSSProperties}
      // Drawn, not written: the letters are no part of what a button or a row says.
      data-initials={initials}
      className={classNames('avatar inline-grid before:content-[attr(data-initials)] shrink-0 place-items-center overflow-hidden font-semibold tracking-tight select-none', isWide(initials) && 'before:scale-[0.78]', shape === 'company' ? 'rounded-sm' : 'rounded-full', sizes[size])}
    />
  );
}

/** UUIDv7 share their beginning, so the hue comes from the whole id. */
function hueOf(id: string): number {
  let hash = 0;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) | 0;
  return (Math.abs(hash) % 24) * 15;
}

export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = [...(words[0] ?? '?')].find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')].find((letter) => /[\p{L}\p{N}]/u.test(letter)) ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

/** Two such letters are as wide as the whole picture. */
const WIDE = /[WMŴ@\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|\p{Extended_Pictographic}/gu;

function isWide(initials: string): boolean {
  const letters = [...initials].length;
  return letters > 1 && initials.match(WIDE)?.length === letters;
}
