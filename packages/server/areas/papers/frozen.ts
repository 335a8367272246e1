import type { FileReply } from '../../platform/http/index.ts'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { newId, openFacility } from '../facilities/index.ts'
import { keepFile, readFile } from '../files/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { isOfWhatIsHere, type MadePaper, makePaper, type Wanted } from './make.ts'
import { paperProblem } from './problems.ts'
import { type FrozenMeta, findPaper, findSame, insertPaper } from './store.ts'
import { type PaperKind, paperTexts } from './texts.ts'

/** Papers that leave the house are kept as they were made. */
const frozenKinds: readonly PaperKind[] = ['pack', 'vendor-request', 'vendor-notice', 'update-request', 'risk-letter', 'risk-agreement']

export function isPaperKind(kind: string): kind is PaperKind {
  return Object.hasOwn(paperTexts, kind)
}

/**
 * A paper as a download. One that leaves the house is frozen; asked for again of the same revision, or by its id, the
 * same bytes come back: it is re-read, never made anew.
 */
export async function paperFile(services: Services, asking: Asking, facility: string, wanted: Wanted): Promise<FileReply> {
  const now = await openFacility(services, asking, facility)
  const frozen = await frozenFile(services, asking, now, wanted)
  if (frozen) return frozen
  if (!isOfWhatIsHere(now, wanted)) throw paperProblem('paper/not-found')
  const made = await makePaper(services, asking, now, wanted)
  await withScope(services.pool, asking, async (client) => {
    const id = isFrozen(wanted) ? await freeze(services, asking, client, { now, wanted, made }) : undefined
    const detail = {
      kind: wanted.kind,
      format: wanted.format,
      copy: wanted.copy,
      revision: now.state.revision,
      checkNumber: made.checkNumber,
      ...(wanted.id !== undefined && { of: wanted.id }),
      ...(id !== undefined && { paper: id }),
    }
    await appendAudit(services, asking, client, { action: 'paper/made', subject: facility, detail })
  })
  return { name: made.name, mediaType: made.mediaType, bytes: made.bytes }
}

function isFrozen(wanted: Wanted): boolean {
  return frozenKinds.includes(wanted.kind) && wanted.format !== 'html' && wanted.screen === undefined
}

type Client = Parameters<Parameters<typeof withScope>[2]>[0]

async function freeze(
  services: Services,
  asking: Asking,
  client: Client,
  { now, wanted, made }: { now: Kept; wanted: Wanted; made: MadePaper },
): Promise<string> {
  const kept = await keepFile(services.papers, asking, client, { name: made.name, bytes: made.bytes })
  const id = newId('paper')
  const meta: FrozenMeta = {
    ...asAskedFor(wanted),
    fileName: made.name,
    mediaType: made.mediaType,
    checkNumber: made.checkNumber,
    findingsSha256: made.findingsSha256,
    catalogue: now.catalogue.version,
    ruleSet: services.ruleSet,
    auditHead: made.auditHead,
    fingerprint: made.fingerprint,
  }
  await insertPaper(asking, client, {
    id,
    kind: wanted.kind,
    facility: now.picture.facility,
    revision: now.state.revision,
    sha256: kept.sha256,
    at: services.now(),
    meta,
  })
  return id
}

function asAskedFor({ copy, lang, format, id, way, step }: Wanted): Pick<FrozenMeta, 'copy' | 'lang' | 'format' | 'of' | 'way' | 'step'> {
  return { copy, lang, format, ...(id !== undefined && { of: id }), ...(way !== undefined && { way }), ...(step !== undefined && { step }) }
}

/** The bytes of a frozen paper: by its own id, or the one that was made of the same revision in the same form. */
async function frozenFile(services: Services, asking: Asking, now: Kept, wanted: Wanted): Promise<FileReply | undefined> {
  const facility = now.picture.facility
  return withScope(services.pool, asking, async (client) => {
    const byId = wanted.id?.startsWith('paper:') ? await findPaper(asking, client, { facility, id: wanted.id }) : undefined
    if (wanted.id?.startsWith('paper:') && byId?.kind !== wanted.kind) throw paperProblem('paper/not-found')
    const same = { facility, kind: wanted.kind, revision: now.state.revision, meta: asAskedFor(wanted) }
    const paper = byId ?? (isFrozen(wanted) ? await findSame(asking, client, same) : undefined)
    if (!paper) return undefined
    const file = await readFile(services.papers, asking, client, paper.sha256)
    if (!file) throw paperProblem('paper/not-found')
    await appendAudit(services, asking, client, { action: 'paper/read', subject: facility, detail: { paper: paper.id } })
    return { name: paper.meta.fileName, mediaType: paper.meta.mediaType, bytes: file.bytes }
  })
}
