import { createHash, randomBytes } from 'node:crypto'
import { appendFileSync, chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { routes } from '@mimamori/contract'
import { type RunningServer, startProcess } from './start-process.ts'
import { firstOwner, type Visitor, visitorOf } from './visitor.ts'

export interface KillsWanted {
  /** Of each: the server, and the database below it. */
  readonly kills: number
  readonly writers: number
  /** Told after each restart. */
  readonly tell?: (round: number, soFar: KillsDone) => void
}

export interface KillsDone {
  readonly serverKills: number
  readonly databaseKills: number
  readonly changes: number
  readonly files: number
  /** Acknowledged and not there after a restart; must stay empty. */
  readonly lost: readonly string[]
  readonly restartMs: readonly number[]
}

const who = { login: 'hanako', password: 'asagao-to-himawari-2026', name: '見本 花子' }

/** What was acknowledged, written down outside the data folder line by line, so that it is known apart from what is stored. */
class Acknowledged {
  private readonly file: string
  private noted = 0

  constructor(file: string) {
    this.file = file
  }

  note(kind: 'person' | 'file', id: string): void {
    appendFileSync(this.file, `${kind} ${id}\n`)
    this.noted += 1
  }

  get count(): number {
    return this.noted
  }

  all(kind: 'person' | 'file'): readonly string[] {
    if (!existsSync(this.file)) return []
    const lines = readFileSync(this.file, 'utf8').split('\n')
    return lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1))
  }
}

async function addPerson(visitor: Visitor, facility: string, id: string): Promise<boolean> {
  const change = { kind: 'add', slice: 'people', record: { id: id as never, name: `見本 ${id}` } } as const // an id of this slice
  return (await visitor.call(routes.change, { params: { facility }, body: { changes: [{ change }] } })).kind === 'ok'
}

/** Bytes of their own for every file, so that each has a hash of its own. */
async function addFile(visitor: Visitor, facility: string): Promise<string | undefined> {
  const bytes = Buffer.from(`資料 ${randomBytes(2_000).toString('hex')}\n`)
  const done = await visitor.upload(routes.addEvidence, { params: { facility }, query: {} }, { name: '資料.txt', bytes })
  return done.kind === 'ok' ? createHash('sha256').update(bytes).digest('hex') : undefined
}

interface Writing {
  readonly visitor: Visitor
  readonly facility: string
  readonly round: number
  readonly number: number
  readonly acknowledged: Acknowledged
}

/** Writes as fast as it is answered, every fourth time a file, until the server is gone. */
async function write({ visitor, facility, round, number, acknowledged }: Writing): Promise<void> {
  for (let at = 0; ; at++) {
    try {
      if ((at + number) % 4 === 3) {
        const sha256 = await addFile(visitor, facility)
        if (sha256 === undefined) return
        acknowledged.note('file', sha256)
      } else {
        const id = `p:r${round}.w${number}.${at}`
        if (!(await addPerson(visitor, facility, id))) return
        acknowledged.note('person', id)
      }
    } catch {
      return
    }
  }
}

const wantedPerRound = 10
const longestWaitMs = 20_000

/** A slow machine gets more time: a kill before anything was written would prove nothing. */
async function untilBusy(acknowledged: Acknowledged): Promise<void> {
  const from = acknowledged.count
  for (let waited = 0; waited < longestWaitMs && acknowledged.count < from + wantedPerRound; waited += 20) await sleep(20)
}

async function signIn(url: string): Promise<Visitor> {
  const visitor = visitorOf(url)
  const { login, password } = who
  await visitor.ask(routes.signIn, { body: { login, password } })
  return visitor
}

/** Every acknowledged person, and the bytes of every acknowledged file not yet read back. */
async function missing(visitor: Visitor, facility: string, acknowledged: Acknowledged, read: Set<string>): Promise<readonly string[]> {
  const facts = await visitor.ask(routes.facts, { params: { facility } })
  const there = new Set<string>(facts.people.map(({ record }) => record.id))
  const lost = acknowledged.all('person').filter((id) => !there.has(id))
  for (const sha256 of acknowledged.all('file')) {
    if (read.has(sha256)) continue
    const { status, bytes } = await visitor.get(`/api/v1/facilities/${encodeURIComponent(facility)}/evidence/${sha256}`)
    const isSame = status === 200 && createHash('sha256').update(bytes).digest('hex') === sha256
    if (isSame) read.add(sha256)
    else lost.push(sha256)
  }
  return lost
}

/** Kills server and database in turns under writers, and holds what was acknowledged against what is there after each restart. */
export async function runKills(wanted: KillsWanted): Promise<KillsDone> {
  const place = mkdtempSync(join(tmpdir(), 'mimamori-kills-'))
  // As root the database runs as a user of its own, who must be able to enter.
  chmodSync(place, 0o755)
  const data = join(place, 'data')
  const acknowledged = new Acknowledged(join(place, 'acknowledged'))
  let server: RunningServer | undefined
  try {
    server = await startProcess({ data })
    const owner = await firstOwner(server, who)
    const { facility } = await owner.ask(routes.createFacility, { body: { name: 'みまもり市立病院' } })
    const read = new Set<string>()
    const lost: string[] = []
    const restartMs: number[] = []
    const done = (round: number): KillsDone => ({
      serverKills: Math.ceil(round / 2),
      databaseKills: Math.floor(round / 2),
      changes: acknowledged.all('person').length,
      files: acknowledged.all('file').length,
      lost,
      restartMs,
    })
    for (let round = 0; round < wanted.kills * 2; round++) {
      const visitor = await signIn(server.url)
      const writing = Array.from({ length: wanted.writers }, (_, at) => write({ visitor, facility, round, number: at, acknowledged }))
      await untilBusy(acknowledged)
      await sleep((round * 37) % 200)
      await server.kill(round % 2 === 0 ? 'server' : 'database')
      await Promise.all(writing)
      server = await startProcess({ data })
      restartMs.push(server.startMs)
      lost.push(...(await missing(await signIn(server.url), facility, acknowledged, read)))
      wanted.tell?.(round + 1, done(round + 1))
    }
    return done(wanted.kills * 2)
  } finally {
    await server?.stop()
    rmSync(place, { recursive: true, force: true })
  }
}
