import type { Actor } from '@crm-vision/common/context';
import { Database } from '@crm-vision/common/database';
import { Injectable } from '@nestjs/common';
import { readable } from '../access/readable.js';
import { Parameters } from '../lists/parameters.js';
import { composedStatement } from '../lists/statement.js';
import { recordColumns } from '../writes/record-sql.js';
import type { Pipeline } from './pipeline.js';
import { pipelineRecord } from './pipeline.record.js';

@Injectable()
export class PipelinesRepository {
  constructor(private readonly database: Database) {}

  /** All live ones, in order. */
  list(actor: Actor): Promise<Pipeline[]> {
    return this.read(actor, 'pipeline_list', () => 'r.deleted_at is null');
  }

  /** Also one in the bin. */
  async findById(actor: Actor, id: string): Promise<Pipeline | null> {
    const [pipeline] = await this.read(actor, 'pipeline_get', (parameters) => `r.id = ${parameters.add(id, 'uuid')}`);
    return pipeline ?? null;
  }

  async findLiveByStage(actor: Actor, stageId: string): Promise<Pipeline | null> {
    const [pipeline] = await this.read(actor, 'pipeline_of_stage', (parameters) =>
      `r.deleted_at is null and r.id = (select s.pipeline_id from crm.stage s where s.id = ${parameters.add(stageId, 'uuid')} and s.deleted_at is null)`);
    return pipeline ?? null;
  }

  private read(actor: Actor, name: string, where: (parameters: Parameters) => string): Promise<Pipeline[]> {
    const parameters = new Parameters();
    const text = `select ${recordColumns(pipelineRecord)} from crm.pipeline r
      where ${where(parameters)} and ${readable(actor, { kind: 'pipeline', alias: 'r', parameters })} order by r.position, r.name, r.id`;
    return this.database.read<Pipeline>(actor.workspaceId, composedStatement(name, text, parameters.values));
  }
}
