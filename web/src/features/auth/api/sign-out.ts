import { useNavigate } from '@tanstack/react-router';
import { toast } from '@/components/ui/toast.js';
import { paths } from '@/config/paths.js';
import { api } from '@/lib/api/api-client.js';
import { ApiError } from '@/lib/api/api-error.js';
import { endSession } from '@/lib/session/session.js';
import { tabMemory } from '@/lib/storage.js';
import { undoStack } from '@/lib/undo/undo.js';

export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate();
  return async () => {
    try {
      await api.post('/auth/sign-out');
    } catch (error) {
      // Already over: the aim is reached.
      if (!(error instanceof ApiError && error.status === 401)) return void toast.problem(error);
    }
    endSession();
    undoStack.clear();
    tabMemory.keys().forEach(tabMemory.remove);
    await navigate({ to: paths.signIn });
  };
}
