import type pg from 'pg'

/**
 * The way for requests to put work into the queue, which belongs to a role of its own: they can neither read nor change
 * what is in it. The organisation is that of the transaction, not one that the caller names.
 */
const queueFunctions = `
  create schema if not exists job_queue;
  create or replace function job_queue.enqueue(task text, input json, key text, start_at timestamptz) returns void
    language plpgsql volatile security definer set search_path = pg_catalog
  as $body$
  declare
    organisation text := nullif(current_setting('app.organisation', true), '');
    person text := nullif(current_setting('app.person', true), '');
  begin
    if organisation is null then
      raise exception 'a job needs an organisation' using errcode = 'insufficient_privilege';
    end if;
    perform graphile_worker.add_job(task,
      json_build_object('organisation', organisation, 'person', person, 'input', input),
      run_at => start_at, job_key => organisation || '/' || task || '/' || key);
  end $body$;
  revoke all on schema job_queue from public;
  revoke execute on function job_queue.enqueue(text, json, text, timestamptz) from public;
  grant usage on schema job_queue to mimamori_app;
  grant execute on function job_queue.enqueue(text, json, text, timestamptz) to mimamori_app`

const lockKey = 4_646_002

/** Run by the queue's own role; several processes may call it at once. */
export async function makeQueueFunctions(client: pg.ClientBase): Promise<void> {
  await client.query('begin')
  try {
    await client.query('select pg_advisory_xact_lock($1)', [lockKey])
    await client.query(queueFunctions)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

export interface JobRequest {
  readonly task: string
  readonly input: unknown
  /** Two jobs of one organisation, task and key are one: the later input replaces the earlier. */
  readonly key?: string | undefined
  readonly startAt?: Date | undefined
  /** Rests at least so long, whatever `startAt` says: the queue follows the clock of the database, which may be ahead of ours. */
  readonly restMinutes?: number | undefined
}

/** In the transaction of the change that makes the work necessary: kept together or not at all. */
export async function enqueueJob(client: pg.ClientBase, request: JobRequest): Promise<void> {
  await client.query('select job_queue.enqueue($1, $2, $3, greatest($4::timestamptz, now() + make_interval(mins => $5::integer)))', [
    request.task,
    JSON.stringify(request.input ?? {}),
    request.key ?? null,
    request.startAt ?? null,
    request.restMinutes ?? null,
  ])
}
