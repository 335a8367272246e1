import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { checkCatalogue, loadCatalogue } from '@mimamori/catalog'
import { assess, dayInTokyo, emptySlices, entityId, type FacilityId, pictureOf, ruleSetFor, type Text } from '@mimamori/domain'
import { doctorAnswer } from '../answers.ts'
import { type Call, type Command, textOption } from '../command.ts'
import { problemOf, problemsOf } from '../errors.ts'
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
  usage: 'mimamori doctor [--restore-test FILE [--recovery-key-file FILE]] [--json]',
  summary: { ja: '動くための部品と、データの場所を確かめます', en: 'Look over the parts it runs on and where its data lie' },
  options: { 'restore-test': { type: 'string' }, 'recovery-key-file': { type: 'string' } },
  positionals: [0, 0],
  schema: doctorAnswer,
  async run(call) {
    const tried = textOption(call, 'restore-test')
    const all = tried === undefined ? looks : [...looks, ['restore-test', () => lookAtBackup(call, tried)] as const]
    const found = await Promise.all(all.map(([id, look]) => told(id, look)))
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
  ['settings', lookAtSettings],
  ['data-folder', lookAtDataFolder],
  ['secret-file', lookAtSecretFile],
  ['screens', lookAtScreens],
  ['feeds', lookAtFeeds],
]

async function told(id: string, look: Look): Promise<Finding> {
  try {
    return await look()
  } catch (error) {
    const problem = problemOf(error)
    if (problem) return { id, ok: false, says: problem.message, action: problem.action }
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

async function lookAtSettings(): Promise<Finding> {
  const { readConfig } = await import('@mimamori/server')
  try {
    readConfig(process.env)
    return { id: 'settings', ok: true, says: { ja: '設定', en: 'Settings' } }
  } catch (error) {
    const problems = problemsOf(error)
    if (problems.length === 0) throw error
    const all = (part: 'message' | 'action', lang: 'ja' | 'en') =>
      problems.map((problem) => problem[part][lang]).join(lang === 'ja' ? '' : ' ')
    return {
      id: 'settings',
      ok: false,
      says: { ja: all('message', 'ja'), en: all('message', 'en') },
      action: { ja: all('action', 'ja'), en: all('action', 'en') },
    }
  }
}

/** A database without the file that opens its keys will not start. */
async function lookAtSecretFile(): Promise<Finding> {
  const { describeDataFolder } = await import('@mimamori/server')
  const { folder, isInUse } = await describeDataFolder({ defaultFolder: defaultDataFolder, dataSetting: process.env['MIMAMORI_DATA'] })
  const file = process.env['MIMAMORI_SECRET_FILE'] ?? join(folder, 'secret.key')
  const isThere = await stat(file).then(
    () => true,
    () => false,
  )
  if (isThere) return { id: 'secret-file', ok: true, says: { ja: `鍵のファイル ${file}`, en: `Secret file ${file}` } }
  if (!isInUse)
    return {
      id: 'secret-file',
      ok: true,
      says: { ja: '鍵のファイルは、最初の起動で作ります', en: 'The secret file is made at the first start' },
    }
  return {
    id: 'secret-file',
    ok: false,
    says: { ja: `鍵のファイルがありません: ${file}`, en: `The secret file is missing: ${file}` },
    action: {
      ja: '控え(バックアップ)から secret.key を同じ場所に戻すか、MIMAMORI_SECRET_FILE にその場所を書いてください。',
      en: 'Bring secret.key back from your backup to the same place, or set MIMAMORI_SECRET_FILE to where it is.',
    },
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

/** Only where the database answers already: looking over an installation must not start it. */
async function lookAtFeeds(): Promise<Finding> {
  const says = { ja: '脆弱性情報(フィード)', en: 'Feeds of weaknesses' }
  const { describeDataFolder, openFeedStore } = await import('@mimamori/server')
  const { running } = await describeDataFolder({ defaultFolder: defaultDataFolder, dataSetting: process.env['MIMAMORI_DATA'] })
  if (!running && process.env['DATABASE_URL'] === undefined) return { id: 'feeds', ok: true, says }
  const store = await openFeedStore({ env: process.env, defaultFolder: defaultDataFolder })
  try {
    if (!(await store.areToBeReadAgain())) return { id: 'feeds', ok: true, says }
  } finally {
    await store.stop()
  }
  return {
    id: 'feeds',
    ok: false,
    says: {
      ja: '控えを戻したあと、脆弱性情報がまだ入っていません。前に見つかったものは残っていますが、新しいものは見つかりません。',
      en: 'After the restore no feeds are kept. What was found before stands, and nothing new is found.',
    },
    action: {
      ja: 'mimamori feeds import FILE… で取り込むか、MIMAMORI_FEEDS を設定して取りに行かせてください。',
      en: 'Take them in by mimamori feeds import FILE…, or set MIMAMORI_FEEDS to have them fetched.',
    },
  }
}

/** Restores the backup into a database of its own, which goes away again: the only proof that it would help. */
async function lookAtBackup(call: Call, file: string): Promise<Finding> {
  const { isSound, tryRestore } = await import('@mimamori/server')
  const { askRecoveryKey } = await import('../recovery-key.ts')
  const loaded = await tryRestore({ file, key: await askRecoveryKey(call) })
  const { madeAt, rows, files, audit, keys, kept } = loaded
  const ok = isSound(loaded)
  return {
    id: 'restore-test',
    ok,
    says: {
      ja: `控え(${madeAt})を試しに戻せました:${rows}行、${files}ファイル、操作の記録 ${audit.intact}/${audit.trails}、署名の鍵 ${keys.opened}/${keys.stored}、資料 ${kept.present}/${kept.rows}`,
      en: `The backup of ${madeAt} restores: ${rows} rows, ${files} files, audit trails ${audit.intact}/${audit.trails}, signing keys ${keys.opened}/${keys.stored}, files of rows ${kept.present}/${kept.rows}`,
    },
    ...(!ok && {
      action: { ja: '元のデータを確かめて、控えを作り直してください。', en: 'Look over the original data and make a new backup.' },
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
