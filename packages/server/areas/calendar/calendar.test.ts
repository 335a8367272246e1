import { routes } from '@mimamori/contract'
import { type Acting, givenServer } from '@mimamori/testing'
import { beforeEach, describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server
const { facility } = await owner.ask(routes.loadExample, { params: { example: 'hospital-180beds' }, body: {} })
const params = { facility }
const { people } = await owner.ask(routes.facts, { params })
const me = people.find(({ record }) => record.name === '見本 花子')?.record.id ?? ''
const secret = 'パスワードの使い回しを直す'
const { task } = await owner.ask(routes.makeTask, { params, body: { title: secret, owner: me, dueOn: '2026-12-10' } })

beforeEach(() => server.database.admin.query('delete from sign_in_failure'))

async function address(shows: 'neutral' | 'titles' = 'neutral', acting: Acting = owner): Promise<string> {
  return (await acting.ask(routes.makeCalendarFeed, { params, body: { shows } })).path.split('/').at(-1) ?? ''
}

const fetched = async (of: string) => server.nobody.download(routes.calendar, { params: { address: of } })
const textOf = async (of: string) => (await fetched(of)).bytes.toString().replaceAll('\r\n ', '')

describe('the calendar of one person', () => {
  test('is read by its secret address without signing in, and names a number instead of words', async () => {
    const answer = await fetched(await address())
    expect([answer.status, answer.mediaType]).toEqual([200, 'text/calendar; charset=utf-8'])
    const text = answer.bytes.toString().replaceAll('\r\n ', '')
    const { line } = await owner.ask(routes.task, { params: { facility, task } })
    expect(text).toContain(`SUMMARY:みまもり:やることの期限(${line.number})`)
    expect(text).toContain('DTSTART;VALUE=DATE:20261210')
    expect(text).not.toContain(secret)
    expect(text).not.toContain('みまもり市立病院')
  })

  test('shows the words of tasks only where the person has chosen it', async () => {
    expect(await textOf(await address('titles'))).toContain(`SUMMARY:みまもり:${secret}(`)
  })

  test('never names a finding that is left, whatever was chosen', async () => {
    const { findings } = await owner.ask(routes.findings, { params, query: { state: 'open' } })
    await owner.ask(routes.acceptFinding, { params, body: { id: findings[0]?.id ?? '', until: '2027-01-31', why: '予定', seen: null } })
    const text = await textOf(await address('titles'))
    expect(text).toContain('SUMMARY:みまもり:見直しの日')
    expect(text).not.toContain(findings[0]?.title.ja)
  })

  test('keeps the names of its days while their dates move', async () => {
    const uidOf = async () => /UID:(task-[^\r\n]+)/.exec(await textOf(await address()))?.[1]
    const before = await uidOf()
    const { version } = (await owner.ask(routes.task, { params: { facility, task } })).task
    await owner.ask(routes.actOnTask, { params: { facility, task }, body: { version, what: { act: 'due', dueOn: '2026-12-24' } } })
    expect(await uidOf()).toBe(before)
    expect(await textOf(await address())).toContain('DTSTART;VALUE=DATE:20261224')
  })

  test('is ended by its person, replaced by a new one, and worth nothing once the person may not come in', async () => {
    const colleague = await server.person({ role: 'reader', name: '同僚 太郎' })
    const [first, second] = [await address('neutral', colleague), await address('neutral', colleague)]
    expect([(await fetched(first)).status, (await fetched(second)).status]).toEqual([404, 200])
    expect(await owner.ask(routes.calendarFeed, { params })).toMatchObject({ feed: { shows: 'neutral' }, isKnown: true })
    await owner.ask(routes.endCalendarFeed, { params })
    expect((await owner.ask(routes.calendarFeed, { params })).feed).toBeUndefined()
    expect((await fetched(second)).status).toBe(200)
    await owner.ask(routes.removeMember, { params: { person: colleague.who?.person ?? '' } })
    expect((await fetched(second)).status).toBe(404)
  })

  test('is not guessed: what leads nowhere is the same for all and slows the asker down', async () => {
    const wrong = ['x.ics', `${'A'.repeat(43)}.ics`, 'A'.repeat(43), '..%2f..%2f.ics']
    for (const each of wrong) {
      expect(await server.nobody.call(routes.calendar, { params: { address: each } })).toMatchObject({
        status: 404,
        error: { code: 'calendar/not-found' },
      })
    }
    await server.nobody.call(routes.calendar, { params: { address: 'y.ics' } })
    expect(await server.nobody.status(routes.calendar, { params: { address: 'z.ics' } })).toBe(429)
    expect((await fetched(await address())).status).toBe(200)
  })

  test('leaves its address in no row and no trail', async () => {
    const of = (await address()).replace('.ics', '')
    const { rows } = await server.database.admin.query(
      `select row_to_json(f)::text as row from calendar_feed f union all select row_to_json(a)::text from audit a`,
    )
    expect(rows.length).toBeGreaterThan(1)
    expect(JSON.stringify(rows)).not.toContain(of)
  })
})

test('the dates of twelve months are saved as a file that names no weakness', async () => {
  const file = await owner.download(routes.calendarFile, { params })
  expect(file.name).toBe('mimamori.ics')
  const text = file.bytes.toString().replaceAll('\r\n ', '')
  expect(text).toContain('SUMMARY:みまもり:年度の終わり')
  expect(text).not.toContain(secret)
  expect(text).not.toMatch(/2-[①-⑳]/u)
})
