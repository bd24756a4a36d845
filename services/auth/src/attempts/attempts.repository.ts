import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import type { AttemptKey } from './attempt-rules.js';

/** No `where`: PostgreSQL would ask it before it waits for a row, and not see what was written meanwhile. */
const LOCKED = 'select ceil(extract(epoch from max(locked_until) filter (where locked_until > clock_timestamp()) - clock_timestamp()))::int as seconds from';
const LOOK = { name: 'attempt_look', text: `${LOCKED} sign_in_attempt where key = any($1)` };
const PLACE = { name: 'attempt_place', text: 'insert into sign_in_attempt (key, failures) select unnest($1::text[]), 0 on conflict do nothing' };
const HOLD = {
  name: 'attempt_hold',
  text: `${LOCKED} (select locked_until from sign_in_attempt where key = any($1) order by key for update) mine`,
};
/** A few above the free ones are enough for the longest lock; more would take days to be forgotten. */
const COUNT = {
  name: 'attempt_count',
  text: `update sign_in_attempt a set failures = f.failures, updated_at = clock_timestamp(),
      locked_until = case when round(f.failures) >= f.free then clock_timestamp() + least(f.first * power(2, round(f.failures) - f.free), f.most) * interval '1 second' end
    from (select r.*, least(r.free + 16, 1 + case when s.updated_at < clock_timestamp() - interval '1 day' then 0
        else greatest(0, s.failures - r.free * extract(epoch from clock_timestamp() - s.updated_at) / 86400) end)::float8 as failures
      from unnest($1::text[], $2::int[], $3::int[], $4::int[]) as r(key, free, first, most) join sign_in_attempt s using (key)) f
    where a.key = f.key`,
};
const FORGET = { name: 'attempt_forget', text: 'delete from sign_in_attempt where key = any($1)' };
const TAKE_BACK = {
  name: 'attempt_take_back',
  text: `update sign_in_attempt a set failures = greatest(0, failures - 1), locked_until = case when round(failures - 1) >= r.free then locked_until end
    from unnest($1::text[], $2::int[]) as r(key, free) where a.key = r.key`,
};

interface Locked {
  seconds: number | null;
}

@Injectable()
export class AttemptsRepository {
  constructor(private readonly database: Database) {}

  /** Counts an attempt before it is made, so that those side by side do not slip through. Seconds to wait when a key is locked: then nothing is counted. */
  async count(keys: readonly AttemptKey[]): Promise<number | null> {
    // In one order, so that two attempts never wait for each other.
    const sorted = keys.toSorted((one, other) => (one.key < other.key ? -1 : 1));
    const names = sorted.map(({ key }) => key);
    const [seen] = await this.database.readGlobal<Locked>({ ...LOOK, values: [names] });
    if (seen?.seconds) return seen.seconds;
    return this.database.transaction(null, async (transaction) => {
      transaction.send({ ...PLACE, values: [names] });
      const [locked] = await transaction.query<Locked>({ ...HOLD, values: [names] });
      if (locked?.seconds) return locked.seconds;
      const rules = sorted.map(({ rule }) => rule);
      await transaction.query({ ...COUNT, values: [names, rules.map(({ free }) => free), rules.map(({ lockSeconds }) => lockSeconds), rules.map(({ lockSecondsMax }) => lockSecondsMax)] });
      return null;
    });
  }

  /** What was counted did not fail. */
  async succeeded(keys: readonly AttemptKey[]): Promise<void> {
    const [forgiven, shared] = [keys.filter(({ forgives }) => forgives), keys.filter(({ forgives }) => !forgives).toSorted((one, other) => (one.key < other.key ? -1 : 1))];
    await this.database.readGlobal({ ...FORGET, values: [forgiven.map(({ key }) => key)] });
    if (shared.length > 0) await this.database.readGlobal({ ...TAKE_BACK, values: [shared.map(({ key }) => key), shared.map(({ rule }) => rule.free)] });
  }
}
