import { checkCatalogue, loadCatalogue } from '@mimamori/catalog'
import { assess, dayInTokyo, emptySlices, entityId, type FacilityId, pictureOf, ruleSetFor, type Text } from '@mimamori/domain'
import { doctorAnswer } from '../answers.ts'
import type { Command } from '../command.ts'
import { defaultDataFolder, version, webFolder } from '../paths.ts'

interface Finding {
  readonly id: string
  readonly ok: boolean
  readonly says: Text
  readonly action?: Text
}

type Look = () => Finding | Promise<Finding>

export const doctorCommand: Command = {
  name: 'doctor',
  usage: 'mimamori doctor [--json]',
  summary: { ja: '動くための部品と、データの場所を確かめます', en: 'Look over the parts it runs on and where its data lie' },
  positionals: [0, 0],
  schema: doctorAnswer,
  async run(call) {
    const found = await Promise.all(looks.map(([id, look]) => told(id, look)))
    const ok = found.every((one) => one.ok)
    const checks = found.map(({ id, ok, says, action }) => ({
      id,
      ok,
      says: says[call.lang],
      ...(action && { action: action[call.lang] }),
    }))
    call.answer({ ok, version, checks }, () =>
      checks.map((one) => `${one.ok ? '○' : '×'} ${one.says}${one.action ? `\n   → ${one.action}` : ''}`).join('\n'),
    )
    return ok ? 0 : 1
  },
}

const looks: readonly (readonly [string, Look])[] = [
  ['runtime', lookAtRuntime],
  ['catalogue', lookAtCatalogue],
  ['papers', lookAtPapers],
  ['database', lookAtDatabase],
  ['data-folder', lookAtDataFolder],
  ['screens', lookAtScreens],
]

async function told(id: string, look: Look): Promise<Finding> {
  try {
    return await look()
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { id, ok: false, says: { ja: `${id}:${why}`, en: `${id}: ${why}` } }
  }
}

function lookAtRuntime(): Finding {
  const ok = Number(process.versions.node.split('.')[0]) >= 24
  return {
    id: 'runtime',
    ok,
    says: { ja: `見守り ${version}(Node.js ${process.versions.node})`, en: `Mimamori ${version} (Node.js ${process.versions.node})` },
    ...(!ok && {
      action: { ja: 'npm start か npm run mimamori から実行してください。', en: 'Run it through npm start or npm run mimamori.' },
    }),
  }
}

function lookAtCatalogue(): Finding {
  const catalogue = loadCatalogue()
  const problems = checkCatalogue(catalogue)
  const rules = ruleSetFor(catalogue).rules.length
  return {
    id: 'catalogue',
    ok: problems.length === 0,
    says: { ja: `設問と決まりの一覧 ${catalogue.version}(確認${rules}種類)`, en: `Catalogue ${catalogue.version} (${rules} checks)` },
    ...(problems[0] !== undefined && { action: { ja: problems[0], en: problems[0] } }),
  }
}

/** Prints a page, since a missing font shows only then. */
async function lookAtPapers(): Promise<Finding> {
  const { closeCompiler, renderPdf, tenQuestionsPaper } = await import('@mimamori/papers')
  const catalogue = loadCatalogue()
  const set = ruleSetFor(catalogue)
  const facility = entityId<FacilityId>('f:doctor')
  const asOf = dayInTokyo(0)
  const picture = pictureOf({ facility, revision: 0, slices: { ...emptySlices(), facility: [{ id: facility, name: '見守り' }] } })
  const { analysis, tracked } = assess(set, { picture, catalogue, asOf })
  const made = await renderPdf(
    tenQuestionsPaper({ picture, analysis, tracked, catalogue, asOf, madeAt: new Date(0).toISOString(), lang: 'ja', ruleSet: '' }),
  )
  closeCompiler()
  const ok = made.kind === 'made' && made.missing.length === 0
  const says = ok
    ? { ja: '書類の印刷(PDF、日本語の字体)', en: 'Printing of papers (PDF, Japanese faces)' }
    : { ja: '書類を印刷できません。', en: 'Papers cannot be printed.' }
  return { id: 'papers', ok, says }
}

async function lookAtDatabase(): Promise<Finding> {
  if (process.env['DATABASE_URL'] !== undefined)
    return { id: 'database', ok: true, says: { ja: 'データベース:DATABASE_URL のサーバ', en: 'Database: the server of DATABASE_URL' } }
  const { findNative } = await import('@mimamori/server')
  const { version } = await findNative()
  return {
    id: 'database',
    ok: true,
    says: { ja: `組み込みのデータベース(PostgreSQL ${version})`, en: `Embedded database (PostgreSQL ${version})` },
  }
}

async function lookAtDataFolder(): Promise<Finding> {
  const { describeDataFolder } = await import('@mimamori/server')
  const found = await describeDataFolder({ defaultFolder: defaultDataFolder, dataSetting: process.env['MIMAMORI_DATA'] })
  const state = found.running
    ? { ja: '使用中', en: 'in use' }
    : found.exists
      ? { ja: '停止中', en: 'not in use' }
      : { ja: 'まだありません', en: 'not made yet' }
  const freeGigabytes = (found.freeBytes / 1024 ** 3).toFixed(1)
  return {
    id: 'data-folder',
    ok: found.freeBytes > 1024 ** 3,
    says: {
      ja: `データの場所 ${found.folder}(${state.ja}、空き${freeGigabytes}GB)`,
      en: `Data in ${found.folder} (${state.en}, ${freeGigabytes} GB free)`,
    },
    ...(found.freeBytes <= 1024 ** 3 && {
      action: { ja: '空きが1GB以下です。不要なファイルを片づけてください。', en: 'Less than 1 GB is free. Please make room.' },
    }),
  }
}

function lookAtScreens(): Finding {
  const built = webFolder() !== undefined
  return {
    id: 'screens',
    ok: true,
    says: built
      ? { ja: '画面は組み立て済み', en: 'Screens are built' }
      : { ja: '画面は npm start のときに組み立てます', en: 'Screens are built by npm start' },
  }
}
