import type { HomeView } from '@mimamori/contract'
import {
  acceptedRows,
  audienceOf,
  byId,
  daysBetween,
  type Facility,
  fiscalYearName,
  fiscalYearOf,
  isEndingSoon,
  isOpenTask,
  itemsOfSheet,
  known,
  stepsOfResponse,
  waitsForConfirmation,
} from '@mimamori/domain'
import { withScope } from '../../platform/index.ts'
import { type Asking, appendAudit } from '../asking.ts'
import { nameOfDocument, titleOfItem } from '../checklists/index.ts'
import { openFacility } from '../facilities/index.ts'
import type { Kept } from '../kept.ts'
import type { Services } from '../services.ts'
import { ownRecordIn, type Self } from '../tasks/index.ts'
import { fillText, inBoth, ownWords } from '../words.ts'
import { fromVendorsOf } from './from-vendors.ts'
import { setupOf } from './setup.ts'
import { readLastAnswers, readPutOff, wasPaperMade, writePutOff } from './store.ts'
import { editionWithoutVendors, inspectionOf, missingEdition, tasksOfToday, withPutOffLast } from './tasks.ts'
import { resumeTexts, waitingTexts } from './texts.ts'

/** 「今日やること」. */
export async function homeOf(services: Services, asking: Self, facility: string): Promise<HomeView> {
  const now = await openFacility(services, asking, facility)
  const own = await withScope(
    services.pool,
    asking,
    async (client) => ({
      putOff: await readPutOff(asking, client, { facility, on: now.asOf }),
      answers: await readLastAnswers(asking, client, facility),
      me: (await ownRecordIn(services, asking, client, now))?.id,
      chartPrinted: await wasPaperMade(asking, client, { facility, kind: 'contact-chart' }),
    }),
    { readOnly: true },
  )
  const tasks = tasksOfToday(now, own)
  const resume = resumeOf(now, own.answers)
  return { ...viewOf(now), ...(resume && { resume }), tasks: withPutOffLast(tasks, new Set(own.putOff)), notToday: [...own.putOff] }
}

export async function putOff(services: Services, asking: Asking, facility: string, task: string): Promise<void> {
  const now = await openFacility(services, asking, facility)
  await withScope(services.pool, asking, async (client) => {
    await writePutOff(asking, client, { facility, on: now.asOf, task })
    await appendAudit(services, asking, client, { action: 'task/put-off', subject: facility, detail: { task, on: now.asOf } })
  })
}

function viewOf(now: Kept): Omit<HomeView, 'tasks' | 'notToday' | 'resume'> {
  const { picture, catalogue, asOf } = now
  const facility = picture.slices.facility[0]
  const own = now.analysis.world.sheetsNow.find((sheet) => sheet.audience !== 'vendor')
  const fiscalYear = facility?.fiscalYear ?? fiscalYearOf(asOf)
  const missing = missingEdition(now)
  const vendorForm = editionWithoutVendors(now)
  const inspection = inspectionOf(now)
  const level = levelOf(now)
  const ending = endingOf(now)
  return {
    today: asOf,
    revision: now.state.revision,
    setupDone: setupOf(picture).done,
    example: now.state.example,
    facility: facilityOf(now, facility),
    fiscalYear,
    fiscalYearName: inBoth((lang) => fiscalYearName(fiscalYear, lang)),
    edition: { id: own?.edition ?? '', short: nameOfDocument(own?.edition ?? '', catalogue) },
    ...(missing && { editionMissing: { id: missing.id, short: missing.short } }),
    ...(vendorForm && { vendorFormMissing: { id: vendorForm.id, short: vendorForm.short } }),
    editions: usableEditions(now),
    waiting: waitingOf(now),
    fromVendors: fromVendorsOf(now),
    ...(inspection && { inspection: { on: inspection, days: daysBetween(asOf, inspection) } }),
    ...(level && { level }),
    ...(ending && { ending }),
    counts: countsOf(now),
  }
}

/** Editions that ask this facility anything, the newest first. */
function usableEditions(now: Kept): HomeView['editions'] {
  const { editions, items } = now.catalogue.reference
  const audience = audienceOf(now.picture.slices.facility[0]?.kind)
  const usable = editions.filter(
    (edition) => edition.fiscalYear !== undefined && itemsOfSheet(items, { edition: edition.id, audience }).length > 0,
  )
  return usable
    .toSorted((a, b) => (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0))
    .map(({ id, short, fiscalYear }) => ({ id, short, ...(fiscalYear !== undefined && { fiscalYear }) }))
}

function facilityOf(now: Kept, facility: Facility | undefined): HomeView['facility'] {
  const beds = facility?.beds
  return {
    id: now.picture.facility,
    name: facility?.name ?? now.state.name,
    ...(facility?.kind && { kind: facility.kind }),
    ...(typeof beds === 'number' && { beds }),
    ...ownWords(now.picture, now.catalogue),
  }
}

/** The stage reached and what is missing to the next. */
export function levelOf(now: Kept): HomeView['level'] {
  const level = now.analysis.world.level[0]
  if (!level || now.analysis.world.joinedRows.length === 0) return undefined
  const missing = level.missing.map(({ item, number, stage, criterion }) => ({
    item,
    number,
    stage,
    says: fillText(
      byId(now.catalogue.reference.stages, criterion)?.says ?? { ja: criterion, en: criterion },
      ownWords(now.picture, now.catalogue),
    ),
  }))
  return { reached: level.reached, ...(level.next && { next: level.next }), target: level.target, missing }
}

/** Acceptances that end within a month. */
function endingOf({ picture, asOf, tracked }: Kept): HomeView['ending'] {
  const near = acceptedRows(picture.slices.register, asOf).filter(
    ({ id, accepted }) => isEndingSoon(accepted.until, asOf) && byId(tracked, id)?.state === 'accepted',
  )
  const [first] = near
  return first && { count: near.length, first: first.accepted.until }
}

/** Vendors that were asked and have not answered, or have a task to do, the longest first. */
function waitingOf(now: Kept): HomeView['waiting'] {
  const sheets = now.analysis.world.sheetsNow.filter(
    (sheet) => sheet.audience === 'vendor' && sheet.sentOn !== undefined && sheet.returnedOn === undefined,
  )
  const lines = sheets.map((sheet) => {
    const vendor = known(sheet.vendor) ?? ''
    const days = sheet.sentOn && daysBetween(sheet.sentOn, now.asOf)
    return {
      vendor,
      vendorName: byId(now.picture.slices.vendors, vendor)?.name ?? '',
      what: waitingTexts.sheet,
      ...(days !== undefined && { days }),
      sheet: sheet.id,
      ...(byId(now.analysis.world.askingSteps, sheet.id)?.state === 'due' && { due: true }),
    }
  })
  return [...lines, ...handedOf(now), ...toldOf(now)].toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0) || (keyOf(a) < keyOf(b) ? -1 : 1))
}

function keyOf({ sheet, task, response }: HomeView['waiting'][number]): string {
  return sheet ?? task ?? response ?? ''
}

/** What vendors were told to close and have not answered, or have not done on the day that they named. */
function toldOf(now: Kept): HomeView['waiting'] {
  const { responses, responseSteps, vendors } = now.picture.slices
  return now.analysis.world.responseAsking.flatMap(({ id, vendor, why, state }) => {
    const title = byId(responses, id)?.title
    if (title === undefined || (why !== 'silent' && state === 'waiting')) return []
    const told = stepsOfResponse(responseSteps, id).find(({ kind }) => kind === 'told')?.on
    return [
      {
        vendor,
        vendorName: byId(vendors, vendor)?.name ?? '',
        what: fillText(waitingTexts.response, { title }),
        ...(told !== undefined && { days: daysBetween(told, now.asOf) }),
        response: id,
        ...(state === 'due' && { due: true }),
      },
    ]
  })
}

/** Tasks that a vendor has in hand; one that it says is done waits for the facility instead. */
function handedOf(now: Kept): HomeView['waiting'] {
  const { slices } = now.picture
  return slices.tasks.flatMap((task) => {
    const { id, vendor, title, createdOn } = task
    if (vendor === undefined || !isOpenTask(task) || waitsForConfirmation(slices, task)) return []
    const what = fillText(waitingTexts.task, { title })
    return [{ vendor, vendorName: byId(slices.vendors, vendor)?.name ?? '', what, days: daysBetween(createdOn, now.asOf), task: id }]
  })
}

function countsOf(now: Kept): HomeView['counts'] {
  const { joinedRows, sheetsNow, responseDuties, exposures } = now.analysis.world
  const vendorSheets = sheetsNow.filter((sheet) => sheet.audience === 'vendor' && known(sheet.vendor) !== undefined)
  return {
    answered: joinedRows.filter(
      (row) =>
        row.state === 'not-applicable' || (row.facility && row.facility.state !== 'unanswered' && row.facility.state !== 'carried-over'),
    ).length,
    items: joinedRows.length,
    differs: joinedRows.filter((row) => row.state === 'differs').length,
    findings: now.lines.filter((one) => one.state === 'open').length,
    vendors: new Set(vendorSheets.map((sheet) => known(sheet.vendor))).size,
    silent: vendorSheets.filter((sheet) => sheet.sentOn !== undefined && sheet.returnedOn === undefined).length,
    taken: now.picture.slices.tasks.filter(isOpenTask).length,
    assets: now.picture.slices.assets.filter((asset) => asset.unlisted === undefined).length,
    weak: new Set(
      responseDuties.filter(({ asset, isDue }) => isDue && byId(exposures, asset)?.exposure !== 'none').map(({ asset }) => asset),
    ).size,
  }
}

const minutesPerItem = 2

/** Where this person stopped: the ten questions, or the first empty item after the one answered last. */
function resumeOf(now: Kept, answers: readonly string[]): HomeView['resume'] {
  const setup = setupOf(now.picture)
  if (!setup.done) {
    if (!setup.begun) return undefined
    return {
      title: fillText(resumeTexts.setup, { n: setup.next }),
      minutesLeft: setup.minutesLeft,
      target: { screen: 'setup', id: String(setup.next) },
    }
  }
  const last = answers.map((id) => byId(now.picture.slices.answers, id)).find((answer) => answer !== undefined)
  const own = now.analysis.world.sheetsNow.find((sheet) => sheet.audience !== 'vendor')
  if (!last || !own || last.sheet !== own.id) return undefined
  const items = itemsOfSheet(now.catalogue.reference.items, own)
  const at = items.findIndex((item) => item.id === last.item)
  const empty = items.filter((item) => byId(now.analysis.world.joinedRows, item.id)?.state === 'unanswered')
  const next = empty.find((item) => items.indexOf(item) > at) ?? empty[0]
  if (!next) return undefined
  return {
    title: fillText(resumeTexts.item, { number: next.number, title: titleOfItem(now, next) }),
    minutesLeft: minutesPerItem * empty.length,
    target: { screen: 'item', id: next.id },
  }
}
