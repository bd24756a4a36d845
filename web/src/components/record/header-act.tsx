import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { buttonClass } from '@/components/ui/button-class.js';

export interface HeaderActProps {
  icon: LucideIcon;
  /** What stands on it; on a narrow screen below the icon. */
  text: string;
  /** Spoken, where the text alone says too little. */
  label?: string;
  onPress?: () => void;
  isDisabled?: boolean;
}

export const headerActClass = buttonClass('secondary', 'md', 'max-md:h-12 max-md:min-w-0 max-md:flex-auto max-md:flex-col max-md:gap-0.5 max-md:px-1 max-md:text-xs');

/** What is done most with a record. It is offered on every width. */
export function HeaderAct({ icon, text, label, ...props }: HeaderActProps) {
  return <AriaButton {...props} className={headerActClass} {...(label ? { 'aria-label': label } : {})}><HeaderActFace icon={icon} text={text} /></AriaButton>;
}

export function HeaderActFace({ icon: Icon, text }: { icon: LucideIcon; text: string }) {
  return (
    <>
      <Icon aria-hidden className="size-4 shrink-0 md:-ms-0.5" />
      <span className="max-w-full truncate">{text}</span>
    </>
  );
}
