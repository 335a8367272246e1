import { type Picture, sliceNames, withOwnSheet } from '@mimamori/domain'
import { readFolder, unzipInto } from '@mimamori/formats'
import { makeServices } from './app.ts'
import type { Asking } from './areas/asking.ts'
import { listStates, loadPicture } from './areas/facilities/index.ts'
import { exportFolder } from './areas/imports/export-folder.ts'
import { type ReadProblem, siftWhole } from './areas/imports/index.ts'
import type { Kept } from './areas/kept.ts'
import { findLogin, listOrganisations } from './platform/auth/store.ts'
import { readConfig } from './platform/config/index.ts'
import { withoutScope, withPerson, withScope } from './platform/db/index.ts'
import { type Text, UserError } from './platform/errors/user-error.ts'
import { makeLog } from './platform/log/log.ts'
import { startPlatform } from './platform/start/start-platform.ts'

export interface OfflineOptions {
  readonly env: NodeJS.ProcessEnv
  readonly defaultFolder: string
  readonly examplesFolder: string
  /** In whose name it is done, as the audit trail tells it. */
  readonly login: string
  readonly tell?: (note: Text) => void
}

/** The store without a server, for the command line; refused while a server has the data. */
export interface Offline {
  importFolder(path: string): Promise<{
    readonly facility: string
    readonly name: string
    readonly records: number
    readonly revision: number
    readonly problems: readonly ReadProblem[]
  }>
  exportFolder(
    facility: string | undefined,
    path: string,
  ): Promise<{ readonly facility: string; readonly files: number; readonly revision: number }>
  stop(): Promise<void>
}

export async function openOffline(options: OfflineOptions): Promise<Offline> {
  const config = readConfig(options.env)
  const log = makeLog({ level: 'error' })
  const platform = await startPlatform({ config, defaultFolder: options.defaultFolder, log, ...(options.tell && { tell: options.tell }) })
  try {
    const services = makeServices({ ...platform, config, examplesFolder: options.examplesFolder })
    const asking = await askingFor(platform.pool, options.login)
    return {
      importFolder: async (path) => {
        const read = await readFolder(path, { asOf: services.today(), today: services.today() })
        let kept = { picture: read.picture, problems: [] as readonly ReadProblem[] } // filled under the lock
        const held = (now: Kept, picture: Picture) => {
          kept = siftWhole(withOwnSheet(picture, { reference: now.catalogue.reference, asOf: now.asOf }).picture, {
            reference: now.catalogue.reference,
            placeOf: read.placeOf,
          })
          return kept.picture
        }
        const { facility } = await loadPicture(services, asking, read, { example: false, action: 'folder/imported', held })
        const records = sliceNames.reduce((sum, slice) => sum + kept.picture.slices[slice].length, 0)
        const problems = [...kept.problems, ...read.problems]
        return { facility, name: kept.picture.slices.facility[0]?.name ?? facility, records, revision: 1, problems }
      },
      exportFolder: async (wanted, path) => {
        const states = await withScope(platform.pool, asking, (client) => listStates(asking, client), { readOnly: true })
        const state = wanted === undefined && states.length === 1 ? states[0] : states.find((one) => one.facility === wanted)
        if (!state) throw noFacility(states.map((one) => one.facility))
        const { bytes } = await exportFolder(services, asking, state.facility)
        const made = await unzipInto(Buffer.from(bytes), path)
        if (made.kind === 'refused') throw new Error(`our own ZIP was refused: ${made.why}`)
        return { facility: state.facility, files: made.names.length, revision: state.revision }
      },
      stop: () => platform.stop(),
    }
  } catch (error) {
    await platform.stop()
    throw error
  }
}

async function askingFor(pool: Parameters<typeof withoutScope>[0], login: string): Promise<Asking> {
  const found = await withoutScope(pool, (client) => findLogin(client, login))
  const organisations = found
    ? await withPerson(pool, found.person, (client) => listOrganisations(client, { person: found.person, at: new Date() }))
    : []
  const [own] = organisations.filter((one) => one.kind === 'facility')
  if (!found || !own) throw noLogin(login)
  return { organisation: own.id, person: found.person, from: 'command line' }
}

function noLogin(login: string): UserError {
  return new UserError({
    code: 'offline/no-login',
    message: { ja: `「${login}」というログインIDはありません。`, en: `There is no login "${login}".` },
    action: {
      ja: '--login に、画面に入るときのログインIDを書いてください。まだなら npm start で最初の設定をしてください。',
      en: 'Give the login that you use on the screen with --login. If there is none yet, set up with npm start first.',
    },
  })
}

function noFacility(there: readonly string[]): UserError {
  return new UserError({
    code: 'offline/no-facility',
    message: { ja: '書き出す施設が決まりません。', en: 'It is not clear which facility to export.' },
    action: {
      ja: `--facility に次のどれかを書いてください:${there.join('、')}`,
      en: `Give one of these with --facility: ${there.join(', ')}`,
    },
  })
}
