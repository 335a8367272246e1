import { dateInWords, dayInTokyo, type FeedName, type Lang, type Text } from '@mimamori/domain'
import type * as z from 'zod'
import type { feedsAnswer } from './answers.ts'

type Answer = z.infer<typeof feedsAnswer>

const names: Readonly<Record<FeedName, Text>> = {
  kev: { ja: '悪用が確かめられた脆弱性(KEV)', en: 'Known exploited vulnerabilities (KEV)' },
  epss: { ja: '悪用の見込み(EPSS)', en: 'Likelihood of exploitation (EPSS)' },
  cve5: { ja: 'CVEの記録', en: 'CVE records' },
  nvd: { ja: 'NVD', en: 'NVD' },
  jvn: { ja: 'JVN iPedia', en: 'JVN iPedia' },
  csaf: { ja: 'メーカーのお知らせ(CSAF)', en: 'Advisories of makers (CSAF)' },
  'jvn-products': { ja: 'JVN iPediaの製品一覧', en: 'Product list of JVN iPedia' },
  'end-of-life': { ja: 'サポート終了日', en: 'Ends of support' },
}

/** What was taken in, then how each feed stands. */
export function feedsInWords({ feeds, taken = [], refused = [] }: Answer, lang: Lang): string {
  const ja = lang === 'ja'
  const now = taken.map(({ kind, read, changed }) =>
    ja
      ? `○ ${names[kind].ja}を取り込みました(${read}件を読み、${changed}件が新しいか、変わっていました)。`
      : `○ ${names[kind].en}: taken in (${read} read, ${changed} new or changed).`,
  )
  const not = refused.map(({ file, problem }) => `× ${file}\n   ${problem.message}\n   → ${problem.action}`)
  const states = feeds.map((state) => stateInWords(state, lang))
  const nothing = ja
    ? '脆弱性情報は、まだ何も取り込まれていません。「mimamori feeds import ファイル名」で取り込めます。'
    : 'No feed has been taken in yet. "mimamori feeds import FILE" takes one in.'
  return [...now, ...not, ...(now.length + not.length > 0 ? [''] : []), ...(states.length > 0 ? states : [nothing])].join('\n')
}

function stateInWords({ kind, records, unread, takenAt, problem }: Answer['feeds'][number], lang: Lang): string {
  const on = takenAt === undefined ? undefined : dateInWords(dayInTokyo(Date.parse(takenAt)), lang)
  return [
    lang === 'ja' ? `${names[kind].ja}:${records}件` : `${names[kind].en}: ${records} records`,
    ...(on === undefined ? [] : [lang === 'ja' ? `   取り込んだ日 ${on}` : `   Taken in on ${on}`]),
    ...(unread === 0 ? [] : [lang === 'ja' ? `   人の目で確かめたいもの ${unread}件` : `   To be looked at by a person: ${unread}`]),
    ...(problem === undefined ? [] : [`   × ${problem.message}`, `   → ${problem.action}`]),
  ].join('\n')
}
