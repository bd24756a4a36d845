import { SetMetadata } from '@nestjs/common';

const RUNS_EACH_TIME = 'crm-vision:runs-each-time';

/** Marks an rpc whose request or answer holds a secret: neither may be kept readable for an Idempotency-Key. What it does twice is its own business. */
export const RunsEachTime = (): MethodDecorator => SetMetadata(RUNS_EACH_TIME, true);

export function runsEachTime(handler: object): boolean {
  return Reflect.getMetadata(RUNS_EACH_TIME, handler) === true;
}
