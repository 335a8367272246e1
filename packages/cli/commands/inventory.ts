import { join } from 'node:path'
import {
  driftOf,
  type Inventory,
  type InventoryOptions,
  inventoryOf,
  type PrintedDrifts,
  printDrift,
  sightsOf,
  type TakenIn,
} from '@mimamori/domain'
import { type FolderRead, type ScanFolderRead, scansFolder } from '@mimamori/formats'
import { inventoryAnswer } from '../answers.ts'
import { type Call, type Command, textOption, UsageError } from '../command.ts'
import { isThere, observationsOf, passedOver, scansIn, scansOfFolder, takenIn } from '../folder-scans.ts'
import { type InventoryAnswer, inventoryInWords } from '../inventory-words.ts'
import { printProblems, readFacility } from '../open-folder.ts'

export const inventoryCommand: Command = {
  name: 'inventory',
  usage: 'mimamori inventory FOLDER [--before DIR --after DIR] [--json]',
  summary: {
    ja: `台帳とスキャン(FOLDER/${scansFolder})を突き合わせ、機器を1台ずつ、根拠と前回との違いを添えて出します`,
    en: `Hold scans (FOLDER/${scansFolder}) against the register: every device once, with reasons, and what has changed`,
  },
  options: { before: { type: 'string' }, after: { type: 'string' } },
  positionals: [1, 1],
  schema: inventoryAnswer,
  async run(call) {
    const folder = call.positionals[0] ?? ''
    const { before, after } = imports(call)
    const { catalogue, read, status } = await readFacility(folder, call)
    const options: InventoryOptions = {
      sentences: catalogue.reference.assetSentences,
      lang: call.lang,
      listedAt: (id) => read.placeOf('assets', id),
    }
    const found =
      before === undefined || after === undefined
        ? await oneImport(folder, { read, options, call })
        : await twoImports({ before: await placeOf(before, folder), after: await placeOf(after, folder) }, { read, options, call })
    const problems = [...read.problems, ...found.scans.flatMap((scan) => scan.problems), ...found.unread]
    const answer = { ...printed(found, { read, call }), problems: printProblems(problems, call.lang) }
    call.answer(answer, () => inventoryInWords(answer, call.lang))
    return found.unread.length > 0 ? 3 : status
  },
}

function imports(call: Call): { readonly before: string | undefined; readonly after: string | undefined } {
  const [before, after] = [textOption(call, 'before'), textOption(call, 'after')]
  if ((before === undefined) !== (after === undefined))
    throw new UsageError({
      ja: '--before と --after は、両方を指定してください。',
      en: '--before and --after go together: name both.',
    })
  return { before, after }
}

/** A place as named from where the command runs, else as named within the facility folder. */
async function placeOf(path: string, folder: string): Promise<string> {
  const within = join(folder, path)
  return !(await isThere(path)) && (await isThere(within)) ? within : path
}

interface Reading {
  readonly read: FolderRead
  readonly options: InventoryOptions
  readonly call: Call
}

interface Found extends ScanFolderRead {
  readonly inventory: Inventory
  readonly drift?: PrintedDrifts
}

/** Everything that lies in the folder's own scans; a folder without any is its register alone. */
async function oneImport(folder: string, reading: Reading): Promise<Found> {
  const scans = await scansOfFolder(folder, reading.call)
  const { picture } = takenIn(reading.read, scans.scans, '')
  return { ...scans, inventory: inventoryOf(picture, reading.options) }
}

/** The earlier scans are taken in first and the later ones after them, as somebody who imports every month does it. */
async function twoImports(paths: { before: string; after: string }, { read, options, call }: Reading): Promise<Found> {
  const [then, now] = [await scansIn(paths.before, call), await scansIn(paths.after, call)]
  const first = takenIn(read, then.scans, 'before')
  const second = takenIn({ picture: first.picture }, now.scans, 'after')
  const sights = ({ scans }: ScanFolderRead, { assetOf }: TakenIn) => sightsOf(observationsOf(scans), (at) => assetOf.get(at))
  return {
    scans: [...then.scans, ...now.scans],
    unread: [...then.unread, ...now.unread],
    inventory: inventoryOf(second.picture, options),
    drift: printDrift(driftOf(sights(then, first), sights(now, second)), second.picture, options),
  }
}

function printed({ inventory, drift, scans, unread }: Found, { read, call }: Pick<Reading, 'read' | 'call'>): InventoryAnswer {
  const { facility, slices } = read.picture
  return {
    asOf: call.asOf,
    facility: { id: facility, name: slices.facility[0]?.name ?? '' },
    ...inventory,
    ...(drift && { drift }),
    skipped: [...read.skipped.map(({ file, why }) => ({ file, why: why[call.lang] })), ...passedOver({ scans, unread }, call.lang)],
    files: scans.map(({ file, format, observations, accounts, skippedLines }) => ({
      file,
      format,
      devices: observations.length,
      accounts: accounts.length,
      skipped: skippedLines,
    })),
  }
}
