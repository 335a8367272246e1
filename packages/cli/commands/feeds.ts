import { feedNames, type Lang } from '@mimamori/domain'
import { type FeedIntake, type FeedState, type FeedStore, openFeedStore, type UserProblem } from '@mimamori/server'
import type * as z from 'zod'
import { feedsAnswer } from '../answers.ts'
import { type Call, type Command, UsageError } from '../command.ts'
import { feedsInWords } from '../feeds-words.ts'
import { defaultDataFolder } from '../paths.ts'

const usage = 'mimamori feeds import FILE… | mimamori feeds status'

export const feedsCommand: Command = {
  name: 'feeds',
  usage,
  summary: {
    ja: '脆弱性情報のファイル(KEV、EPSS、CVE、NVD、JVN iPedia、CSAF、サポート終了日)を取り込みます。いつの情報かも確かめられます(サーバは動いたままでかまいません)',
    en: 'Take in files of feeds (KEV, EPSS, CVE, NVD, JVN iPedia, CSAF, ends of support), or tell how old they are; the server may go on running',
  },
  more: () => ({
    ja: 'FILE は、ファイル、フォルダー、ZIPのどれでもかまいません。gzipのままで読めます。壊れたファイルは取り込まず、前の情報を残します。',
    en: 'FILE is a file, a folder or a ZIP; gzip is read as it is. A broken file is not taken, and what was kept before stays.',
  }),
  positionals: [1, 10_000],
  schema: feedsAnswer,
  async run(call) {
    const [action, ...files] = call.positionals
    const isImport = action === 'import' && files.length > 0
    if (!isImport && !(action === 'status' && files.length === 0)) throw new UsageError({ ja: `使い方:${usage}`, en: `Usage: ${usage}` })
    const { states, intake } = await withFeeds(call, async (store) => {
      const taken = isImport ? await store.take(files) : undefined
      return { states: await store.states(), intake: taken }
    })
    const answer = answerOf({ states, intake }, call.lang)
    call.answer(answer, () => feedsInWords(answer, call.lang))
    return intake && intake.refused.length > 0 ? 3 : 0
  },
}

async function withFeeds<T>(call: Call, work: (store: FeedStore) => Promise<T>): Promise<T> {
  const store = await openFeedStore({ env: process.env, defaultFolder: defaultDataFolder, tell: call.note })
  try {
    return await work(store)
  } finally {
    await store.stop()
  }
}

type Answer = z.infer<typeof feedsAnswer>

function answerOf({ states, intake }: { states: readonly FeedState[]; intake: FeedIntake | undefined }, lang: Lang): Answer {
  const feeds = feedNames.flatMap((feed) => states.filter((state) => state.feed === feed).map((state) => stateOf(state, lang)))
  if (!intake) return { feeds }
  return {
    feeds,
    taken: intake.taken.map(({ feed, files, read, changed }) => ({ kind: feed, files, read, changed })),
    refused: intake.refused.map(({ file, feed, problem }) => ({ file, ...(feed && { kind: feed }), problem: printed(problem, lang) })),
  }
}

function stateOf(state: FeedState, lang: Lang): Answer['feeds'][number] {
  const { feed, records, unread, asOf, takenAt, source, problem, problemAt, passedOver } = state
  return {
    kind: feed,
    records,
    unread,
    ...(asOf !== null && { asOf }),
    ...(takenAt !== null && { takenAt }),
    ...(source !== null && { source }),
    ...(problem !== null && { problem: printed(problem, lang) }),
    ...(problemAt !== null && { problemAt }),
    passedOver: passedOver.map((one) => printed(one, lang)),
  }
}

function printed({ message, action, ...rest }: UserProblem, lang: Lang): Answer['feeds'][number]['passedOver'][number] {
  return { ...rest, message: message[lang], action: action[lang] }
}
