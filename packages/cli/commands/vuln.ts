import { type FullCatalogue, loadCatalogue } from '@mimamori/catalog'
import { type Call, type Command, type ExitStatus, textOption, UsageError } from '../command.ts'
import { isThere } from '../folder-scans.ts'
import { noteProblems } from '../open-folder.ts'
import { keepMemorySmall } from '../small-memory.ts'
import { vulnExplainAnswer, vulnMatchAnswer } from '../vulnerabilities/answers.ts'
import { notThere, readAssets } from '../vulnerabilities/assets.ts'
import type { Assets } from '../vulnerabilities/assets-read.ts'
import { assetOf, explainAnswer } from '../vulnerabilities/explain.ts'
import { type FeedsRead, readFeeds } from '../vulnerabilities/feed-folder.ts'
import { matchAnswer } from '../vulnerabilities/match.ts'
import { explainInWords, matchInWords } from '../vulnerabilities/words.ts'

const usage = 'mimamori vuln match | explain ASSET CVE --assets FILE|FOLDER --feeds DIR [--json]'

export const vulnCommand: Command = {
  name: 'vuln',
  usage,
  summary: {
    ja: '台帳の製品を脆弱性情報と突き合わせ、急ぐ順に、期限と理由を添えて出します。1台ずつ、なぜそうなのかも聞けます',
    en: 'Hold what is installed against feeds: what is weak, how urgent it is here, until when and why; or ask why of one device',
  },
  more: () => ({
    ja: 'FILE は id,name,vendor,product,version,cpe,zone のCSVです。DIR の中のファイルは、名前ではなく中身で見分けます。',
    en: 'FILE is a CSV with id,name,vendor,product,version,cpe,zone. Files in DIR are told apart by what is in them, not by their names.',
  }),
  options: { assets: { type: 'string' }, feeds: { type: 'string' } },
  positionals: [1, 3],
  schemas: { match: vulnMatchAnswer, explain: vulnExplainAnswer },
  async run(call) {
    const [action, asset, advisory, ...rest] = call.positionals
    if (action === 'match' && asset === undefined) return match(call)
    if (action === 'explain' && asset !== undefined && advisory !== undefined && rest.length === 0) return explainOne(call, asset, advisory)
    throw wrongUsage()
  },
}

async function match(call: Call): Promise<ExitStatus> {
  const read = await readBoth(call)
  const answer = matchAnswer(read, call)
  call.answer(answer, () => matchInWords(answer, call.lang))
  return statusOf(read)
}

async function explainOne(call: Call, text: string, advisory: string): Promise<ExitStatus> {
  const group = /^cve-/i.test(advisory) ? advisory.toUpperCase() : advisory
  const read = await readBoth(call, group)
  const answer = explainAnswer({ ...read, asset: assetOf(text, read.assets), group }, call)
  call.answer(answer, () => explainInWords(answer, call.lang))
  return statusOf(read)
}

interface Read {
  readonly assets: Assets
  readonly feeds: FeedsRead
  readonly catalogue: FullCatalogue
}

async function readBoth(call: Call, group?: string): Promise<Read> {
  keepMemorySmall()
  const [assetsPath, feedsPath] = [textOption(call, 'assets'), textOption(call, 'feeds')]
  if (assetsPath === undefined || feedsPath === undefined) throw wrongUsage()
  if (!(await isThere(feedsPath))) throw notThere('--feeds', feedsPath)
  const catalogue = loadCatalogue()
  const assets = await readAssets(assetsPath, call)
  const products = catalogue.reference.knownProducts
  const feeds = await readFeeds(feedsPath, { installed: assets.installed, products, ...(group !== undefined && { group }) })
  noteProblems([...feeds.skipped, ...feeds.problems], call)
  return { assets, feeds, catalogue }
}

function statusOf({ assets, feeds }: Read): ExitStatus {
  return assets.isDamaged || feeds.isDamaged ? 3 : 0
}

function wrongUsage(): UsageError {
  return new UsageError({ ja: `使い方:${usage}`, en: `Usage: ${usage}` })
}
