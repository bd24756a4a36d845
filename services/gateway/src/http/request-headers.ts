import { invalidField } from '@crm-vision/common/errors';
import type { Request } from 'express';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What gRPC metadata can carry. */
const PRINTABLE = /^[\x21-\x7e]{1,200}$/;

/** The workspace that a request names; empty: the one that its session used last. */
export function workspaceIdOf(request: Request): string {
  const given = request.get('x-workspace-id');
  if (given === undefined) return '';
  if (!UUID.test(given)) throw invalidField('X-Workspace-Id', 'Must be the id of a workspace.', 'INVALID_FORMAT');
  return given.toLowerCase();
}

export function idempotencyKeyOf(request: Request): string | undefined {
  const given = request.get('idempotency-key');
  if (given !== undefined && !PRINTABLE.test(given)) {
    throw invalidField('Idempotency-Key', 'Must be 1 to 200 printable ASCII characters without spaces.', 'INVALID_FORMAT');
  }
  return given;
}
