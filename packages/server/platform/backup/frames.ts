import { z } from 'zod'
import { damagedBackup } from './messages.ts'

const migration = z.object({ version: z.number().int(), name: z.string(), sha256: z.string() })

/** What stands in a backup, in this order: head, secret, tables, files, end. `data` belongs to the table or file before it. */
const shapes = {
  head: z.object({ format: z.literal(1), madeAt: z.string(), program: z.string(), schema: z.array(migration) }),
  secret: z.object({ secret: z.string() }),
  table: z.object({ table: z.string(), columns: z.array(z.string()).min(1) }),
  file: z.object({ folder: z.enum(['evidence', 'papers']), path: z.string().regex(/^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{64}$/) }),
  done: z.object({ rows: z.number().int().optional(), sha256: z.string().optional() }),
  end: z.object({ tables: z.number().int(), rows: z.number().int(), files: z.number().int() }),
} as const

type Shapes = typeof shapes
export type FrameKind = keyof Shapes
export type Told = { readonly [K in FrameKind]: { readonly kind: K; readonly value: z.infer<Shapes[K]> } }[FrameKind]
export type Frame = Told | { readonly kind: 'data'; readonly bytes: Buffer }
export type BackupHead = z.infer<Shapes['head']>

const kinds = ['data', 'head', 'secret', 'table', 'file', 'done', 'end'] as const
const longest = 256 * 1024

function framed(kind: (typeof kinds)[number], bytes: Uint8Array): Buffer {
  const start = Buffer.alloc(5)
  start.writeUInt8(kinds.indexOf(kind))
  start.writeUInt32BE(bytes.length, 1)
  return Buffer.concat([start, bytes])
}

export function frame<K extends FrameKind>(kind: K, value: z.infer<Shapes[K]>): Buffer {
  return framed(kind, Buffer.from(JSON.stringify(value), 'utf8'))
}

export function* dataFrames(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += longest) yield framed('data', bytes.subarray(at, at + longest))
}

function parsed(kind: FrameKind, bytes: Buffer): Told {
  const value = shapes[kind].safeParse(JSON.parse(bytes.toString('utf8')))
  if (!value.success) throw damagedBackup()
  return { kind, value: value.data } as Told // the schema is that of the kind
}

/** The frames of the plain bytes; the bytes are ours, since they were authenticated before. */
export async function* readFrames(source: AsyncIterable<Uint8Array>): AsyncGenerator<Frame> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of source) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk])
    while (held.length >= 5) {
      const size = held.readUInt32BE(1)
      const kind = kinds[held.readUInt8()]
      if (kind === undefined || size > longest * 16) throw damagedBackup()
      if (held.length < 5 + size) break
      const bytes = held.subarray(5, 5 + size)
      held = held.subarray(5 + size)
      yield kind === 'data' ? { kind, bytes } : parsed(kind, bytes)
    }
  }
  if (held.length > 0) throw damagedBackup()
}
