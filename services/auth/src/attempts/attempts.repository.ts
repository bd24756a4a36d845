import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import type { AttemptKey } from './attempt-rules.js';

// The attempt counts before it is tried, so that guesses side by side do not slip through. A locked key answers no row. A quiet day forgets.
const COUNT = {
  name: 'attempt_count',
  text: `insert into sign_in_attempt as a (key, failures, locked_until) values ($1, 1, case when 1 >= $2::int then now() + $3::int * interval '1 second' end)
    on conflict (key) do update set
      failures = case when a.updated_at < now() - interval '1 day' then 1 else a.failures + 1 end,
      locked_until = case when a.updated_at >= now() - interval '1 day' and a.failures + 1 >= $2
        then now() + least($3 * power(2, least(a.failures + 1 - $2, 16)), $4::int) * interval '1 second' end,
      updated_at = now()
    where a.locked_until is null or a.locked_until <= now()
    returning failures`,
};
const LOCKED_FOR = { name: 'attempt_locked_for', text: 'select greatest(1, ceil(extract(epoch from locked_until - now())))::int as seconds from sign_in_attempt where key = $1' };
const FORGET = { name: 'attempt_forget', text: 'delete from sign_in_attempt where key = any($1)' };

@Injectable()
export class AttemptsRepository {
  constructor(private readonly database: Database) {}

  /** Counts an attempt; seconds to wait when the key is locked, null when it may be tried. */
  async count({ key, rule }: AttemptKey): Promise<number | null> {
    const counted = await this.database.readGlobal({ ...COUNT, values: [key, rule.free, rule.lockSeconds, rule.lockSecondsMax] });
    if (counted.length > 0) return null;
    const [lock] = await this.database.readGlobal<{ seconds: number }>({ ...LOCKED_FOR, values: [key] });
    return lock?.seconds ?? 1;
  }

  async forget(keys: readonly AttemptKey[]): Promise<void> {
    await this.database.readGlobal({ ...FORGET, values: [keys.map(({ key }) => key)] });
  }
}
