import { createHash } from 'node:crypto'
import type { FullCatalogue, LoadedEdition } from '@mimamori/catalog'
import {
  type Answer,
  answerIdOf,
  answersTo,
  byId,
  type Change,
  type Edition,
  itemsOfSheet,
  moveEdition,
  type Sheet,
  type Text,
} from '@mimamori/domain'
import { type EditionRead, readEditionWorkbook } from '@mimamori/formats'
import { cleanFileName } from '../../platform/files/index.ts'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { readUploads, type UploadBody, writeUpload } from '../editions/index.ts'
import { changeFacility, openFacility } from '../facilities/index.ts'
import { keepFile, readFile } from '../files/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { checklistProblem } from './problems.ts'
import { namedItems } from './year.ts'

type Audience = 'facility' | 'vendor'

interface Asked {
  readonly edition: string
  readonly audience: Audience
  readonly name: string
  readonly bytes: Uint8Array
}

interface Loaded {
  readonly edition: string
  readonly items: number
  readonly notCarried: { number: string; title: Text }[]
}

/**
 * Loads the questions of an edition from its official workbook for the whole organisation. A facility that answers an
 * older edition in the same year moves over: its answers become proposals, its old sheet is closed.
 */
export async function loadEdition(services: Services, asking: Asking, facility: string, asked: Asked): Promise<Loaded> {
  const now = await openFacility(services, asking, facility)
  const edition = byId(services.catalogue.reference.editions, asked.edition)
  if (!edition) throw checklistProblem('edition/unknown')
  const read = await readBoth(services, asking, edition, asked)
  const file = { name: cleanFileName(asked.name), bytes: asked.bytes }
  const { value } = await changeFacility(
    services,
    asking,
    facility,
    async (current) => {
      const moved = changesOf(services, current, edition)
      const note = { action: 'edition/moved', detail: { edition: edition.id, carried: moved.carried } }
      return {
        batch: { changes: moved.changes.map((change) => ({ change })), by: 'year' as const, note },
        value: namedItems(current, moved.notCarried),
      }
    },
    {
      before: async (client) => {
        const kept = await keepFile(services.uploads, asking, client, file)
        await writeRows(services, asking, client, { edition, asked, sha256: kept.sha256, read })
      },
      after: async (client) => {
        const detail = { edition: edition.id, audience: asked.audience, items: read.items.length }
        await appendAudit(services, asking, client, { action: 'edition/loaded', subject: now.picture.facility, detail })
      },
    },
  )
  const count = read.items.filter((item) => item.owners.includes(asked.audience)).length
  return { edition: edition.id, items: count, notCarried: value }
}

/** NOTE: both workbooks are read anew, the facility's first: a corrected one then leaves nothing of the one before. */
async function readBoth(services: Services, asking: Asking, edition: Edition, asked: Asked): Promise<EditionRead> {
  const previous = services.catalogue.reference.items.filter((item) => item.edition !== edition.id)
  const own = await readEditionWorkbook({ name: asked.name, bytes: asked.bytes }, { edition, previous })
  if (!own.forms.some((form) => (form.audience === 'vendor') === (asked.audience === 'vendor')))
    throw checklistProblem('edition/other-form')
  const other = await otherWorkbook(services, asking, edition, asked.audience)
  if (!other) return own
  const [first, second] =
    asked.audience === 'facility' ? [{ name: asked.name, bytes: asked.bytes }, other] : [other, { name: asked.name, bytes: asked.bytes }]
  const { items } = await readEditionWorkbook(first, { edition, previous })
  return readEditionWorkbook(second, { edition, previous, others: items })
}

async function otherWorkbook(
  services: Services,
  asking: Asking,
  edition: Edition,
  audience: Audience,
): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  return withScope(
    services.pool,
    asking,
    async (client) => {
      const uploads = await readUploads<UploadBody>(asking, client)
      const other = uploads.find(({ edition: of, body }) => of === edition.id && body.kind === 'workbook' && body.audience !== audience)
      return other && readFile(services.uploads, asking, client, other.sha256)
    },
    { readOnly: true },
  )
}

type Client = Parameters<Parameters<typeof withScope>[2]>[0]

async function writeRows(
  services: Services,
  asking: Asking,
  client: Client,
  given: { edition: Edition; asked: Asked; sha256: string; read: EditionRead },
): Promise<void> {
  const { edition, asked, read } = given
  const at = services.now()
  const workbook: UploadBody = { kind: 'workbook', audience: asked.audience }
  const loaded: LoadedEdition = { edition: read.edition, items: read.items, crosswalk: read.crosswalk }
  const whole: UploadBody = { kind: 'edition', loaded }
  const print = createHash('sha256').update(JSON.stringify(loaded)).digest('hex')
  await writeUpload(asking, client, {
    id: `${edition.id}:${asked.audience}`,
    edition: edition.id,
    body: workbook,
    sha256: given.sha256,
    at,
  })
  await writeUpload(asking, client, { id: edition.id, edition: edition.id, body: whole, sha256: print, at })
}

interface Moved {
  readonly changes: readonly Change[]
  readonly carried: number
  readonly notCarried: readonly string[]
}

function changesOf(services: Services, now: Kept, edition: Edition): Moved {
  const nothing: Moved = { changes: [], carried: 0, notCarried: [] }
  const sheet = now.analysis.world.sheetsNow.find((one) => one.audience !== 'vendor')
  if (!sheet || sheet.fiscalYear !== edition.fiscalYear || !asks(now.catalogue, edition, sheet)) return nothing
  if (sheet.edition === edition.id) return { ...nothing, changes: newAnswers(now, sheet) }
  return moveEdition(now.picture, now.catalogue.reference, sheet, edition.id, services.today())
}

/** True once the edition asks this facility anything: with the vendors' workbook alone it does not. */
function asks(catalogue: FullCatalogue, edition: Edition, sheet: Sheet): boolean {
  return itemsOfSheet(catalogue.reference.items, { edition: edition.id, audience: sheet.audience }).length > 0
}

/** Answers for questions that a corrected workbook has brought. */
function newAnswers(now: Kept, sheet: Sheet): readonly Change[] {
  const missing = itemsOfSheet(now.catalogue.reference.items, sheet).filter(
    (item) => answersTo(now.picture.slices.answers, sheet.id, item.id).length === 0,
  )
  return missing.map((item): Change => {
    const record: Answer = { id: answerIdOf(sheet.id, item.id), sheet: sheet.id, item: item.id }
    return { kind: 'add', slice: 'answers', record }
  })
}
