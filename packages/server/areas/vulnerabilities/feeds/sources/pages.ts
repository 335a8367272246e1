import { join } from 'node:path'
import { feedLimits, openFeed } from '@mimamori/formats'
import type { Answered, Fetcher, Wanted } from '../../../../platform/fetching/index.ts'
import { feedProblem } from '../problems.ts'
import { detailsAtOnce, detailsOf, type Interface, questionOf, type Stretch } from './interfaces.ts'

export interface Asked {
  readonly fetcher: Fetcher
  /** Where the answers are kept, one file for each. */
  readonly folder: string
  readonly way: Interface
  readonly wanted: Pick<Wanted, 'headers' | 'pauseMs' | 'signal'>
}

export type Pages = { readonly kind: 'whole'; readonly records: number } | { readonly kind: 'later'; readonly notBefore: Date }

/** Times that a list is asked for from its beginning where it changes while one turns the pages. */
const mostTurns = 3

/** The other side asks to wait. */
class Later extends Error {
  readonly notBefore: Date

  constructor(notBefore: Date) {
    super('later')
    this.notBefore = notBefore
  }
}

/**
 * Every page of what was changed in a stretch, and of MyJVN the whole of each record, as files of the folder. Each was read to its end:
 * of a list with a broken page nothing is to be taken.
 */
export async function pagesOf(asked: Asked, stretch: Stretch): Promise<Pages> {
  try {
    for (let turn = 0; turn < mostTurns; turn++) {
      const ids = await turned(asked, stretch)
      if (!ids) continue
      if (asked.way.feed === 'jvn')
        await details(
          asked,
          [...ids].filter((id) => !id.startsWith(unread)),
        )
      return { kind: 'whole', records: ids.size }
    }
    throw feedProblem('feeds/changed-while-paged')
  } catch (error) {
    if (error instanceof Later) return { kind: 'later', notBefore: error.notBefore }
    throw error
  }
}

/**
 * The records of a list by their ids; undefined where it was not the same list from the first page to the last. NOTE: the next page
 * begins where the last one ended, since the other side may give fewer records than it was asked for.
 */
async function turned(asked: Asked, stretch: Stretch): Promise<ReadonlySet<string> | undefined> {
  const ids = new Set<string>()
  let total: number | undefined
  let read = 0
  for (let page = 0; page === 0 || read < (total ?? 0); page++) {
    const file = await kept(asked, questionOf(asked.way, stretch, read), `list-${page}`)
    const found = await contentOf(file)
    total ??= found.total
    if (found.total !== total) return undefined
    read += found.records
    for (const id of found.ids) ids.add(id)
    if (found.records === 0) break
  }
  return read === (total ?? 0) && ids.size === read ? ids : undefined
}

async function details(asked: Asked, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += detailsAtOnce) {
    const file = await kept(asked, detailsOf(asked.way, ids.slice(at, at + detailsAtOnce)), `detail-${at}`)
    await contentOf(file)
  }
}

async function kept({ fetcher, folder, wanted }: Asked, question: string, name: string): Promise<string> {
  const file = join(folder, name)
  const answer: Answered = await fetcher.download(question, file, { ...wanted, maxBytes: feedLimits.maxBytes })
  if (answer.kind === 'later') throw new Later(answer.notBefore)
  if (answer.kind !== 'fetched') throw feedProblem('feeds/nothing-there')
  return file
}

/** Stands for the id of a record that cannot be read. */
const unread = 'unread '

interface Content {
  readonly ids: readonly string[]
  readonly records: number
  readonly total: number | undefined
}

/** Reads a page to its end; throws where it breaks off or is none. NOTE: a record that cannot be read is told when it is taken in. */
async function contentOf(file: string): Promise<Content> {
  const ids: string[] = []
  let [records, total]: [number, number | undefined] = [0, undefined]
  for await (const item of (await openFeed(file)).items) {
    if (item.kind === 'about') total = item.about.announced ?? total
    if (item.kind === 'advisory') ids.push(item.advisory.id)
    // An empty page counts no record.
    else if (item.kind !== 'problem' || item.problem.code === 'feed/no-records') continue
    else ids.push(`${unread}${file} ${records}`)
    records++
  }
  return { ids, records, total }
}
