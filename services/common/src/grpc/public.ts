import { SetMetadata } from '@nestjs/common';

const PUBLIC = 'crm-vision:public';

/** Marks an rpc that needs no access token. Everything else does. */
export const Public = (): MethodDecorator => SetMetadata(PUBLIC, true);

export function isPublic(handler: object): boolean {
  return Reflect.getMetadata(PUBLIC, handler) === true;
}
