import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AuthField, type AuthFieldProps } from './auth-field.js';

export function PasswordField(props: Omit<AuthFieldProps, 'type' | 'end'>) {
  const { t } = useTranslation('auth');
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <AuthField
      {...props}
      type={shown ? 'text' : 'password'}
      end={
        <button type="button" aria-label={t(shown ? 'hidePassword' : 'showPassword')} onClick={() => setShown(!shown)} className="grid size-8 place-items-center rounded-control text-muted hover:text-ink touch:h-10.5 touch:w-11">
          <Icon aria-hidden className="size-4" />
        </button>
      }
    />
  );
}
