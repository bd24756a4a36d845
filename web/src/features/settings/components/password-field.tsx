import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField, type TextFieldProps } from '@/components/ui/text-field.js';

export function PasswordField(props: Omit<TextFieldProps, 'type' | 'end'>) {
  const { t } = useTranslation('auth');
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      end={
        <button type="button" aria-label={t(shown ? 'hidePassword' : 'showPassword')} onClick={() => setShown(!shown)} className="grid size-7 place-items-center rounded-control text-muted hover:text-ink touch:h-10.5 touch:w-11">
          <Icon aria-hidden className="size-4" />
        </button>
      }
    />
  );
}
