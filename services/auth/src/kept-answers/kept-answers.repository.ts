import { Database, type Transaction } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';

export interface KeptRow {
  proof: Buffer;
  answer: Buffer;
}

const FIND = { name: 'kept_answer_find', text: `select proof, answer from kept_answer where id = $1 and answer is not null and created_at > now() - interval '24 hours'` };
const CLAIM = {
  name: 'kept_answer_claim',
  text: `insert into kept_answer (id, proof) values ($1, $2)
    on conflict (id) do update set proof = excluded.proof, answer = null, created_at = now() where kept_answer.created_at <= now() - interval '24 hours' returning id`,
};
const FILL = { name: 'kept_answer_fill', text: 'update kept_answer set answer = $2 where id = $1' };
const FORGET = { name: 'kept_answer_forget', text: 'delete from kept_answer where id = $1' };

@Injectable()
export class KeptAnswersRepository {
  constructor(private readonly database: Database) {}

  async find(id: Buffer): Promise<KeptRow | undefined> {
    return (await this.database.readGlobal<KeptRow>({ ...FIND, values: [id] }))[0];
  }

  /** False when somebody was faster; waits for somebody who is about to. */
  async claim(transaction: Transaction, id: Buffer, proof: Buffer): Promise<boolean> {
    return (await transaction.query({ ...CLAIM, values: [id, proof] })).length === 1;
  }

  async fill(transaction: Transaction, id: Buffer, answer: Buffer): Promise<void> {
    await transaction.query({ ...FILL, values: [id, answer] });
  }

  async forget(id: Buffer): Promise<void> {
    await this.database.readGlobal({ ...FORGET, values: [id] });
  }
}
