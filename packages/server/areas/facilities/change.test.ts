import { routes } from '@mimamori/contract'
import { type ContactId, date, type SystemId, type TickId, type VendorId } from '@mimamori/domain'
import { type Acting, devicesOf, givenServer, nmapScan } from '@mimamori/testing'
import { describe, expect, test } from 'vitest'

const server = await givenServer()
const { owner } = server

async function newFacility(acting: Acting = owner): Promise<string> {
  return (await acting.ask(routes.createFacility, { body: { name: 'みまもり診療所' } })).facility
}

async function firstAnswer(facility: string, acting: Acting = owner) {
  const view = await acting.ask(routes.checklist, { params: { facility } })
  const answer = view.items[0]?.answers[0]
  if (!answer) throw new Error('the sheet has no answers')
  return answer
}

const yes = { answer: 'yes', checkedOn: date('2026-11-20') } as const

describe('a new facility', () => {
  test('has its sheet in the newest edition that has questions, with every answer open', async () => {
    const facility = await newFacility()
    const view = await owner.ask(routes.checklist, { params: { facility } })
    expect(view.edition.id).toBe('r7')
    expect(view.items).toHaveLength(19)
    expect(view.items.every((item) => item.answers.length === 1 && item.answers[0]?.record.answer === undefined)).toBe(true)
    const home = await owner.ask(routes.home, { params: { facility } })
    expect(home.editionMissing?.id).toBe('r8')
    expect(home.tasks.map((task) => task.id)).toEqual(['setup'])
  })

  test('gets the form of a pharmacy once it says that it is one', async () => {
    const facility = await newFacility()
    const facts = await owner.ask(routes.facts, { params: { facility } })
    const change = { kind: 'set', slice: 'facility', id: facility, fields: { kind: 'pharmacy' } } as const
    await owner.ask(routes.change, { params: { facility }, body: { changes: [{ change, expected: facts.facility.version }] } })
    const view = await owner.ask(routes.checklist, { params: { facility } })
    expect(view.sheet.record.audience).toBe('pharmacy')
    expect(view.items.every((item) => item.answers.length === 1)).toBe(true)
  })
})

describe('a day on which something was done', () => {
  test('cannot be one that is still to come; a target date can', async () => {
    const facility = await newFacility()
    const answer = await firstAnswer(facility)
    const set = (fields: object) => ({ kind: 'set', slice: 'answers', id: answer.record.id, fields }) as never // fields of an answer
    const call = (fields: object) =>
      owner.call(routes.change, { params: { facility }, body: { changes: [{ change: set(fields), expected: answer.version }] } })
    expect(await call({ answer: 'yes', checkedOn: '2027-03-01' })).toMatchObject({ kind: 'error', error: { code: 'change/date-ahead' } })
    expect(await call({ answer: 'no', checkedOn: '2026-11-20', targetOn: '2027-03-01' })).toMatchObject({ kind: 'ok' })
  })
})

describe('the register of devices', () => {
  const add = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } as never }) // a record of this slice

  test('is kept like every other slice, and two entries of one device are made one and parted again', async () => {
    const facility = await newFacility()
    const send = (...changes: { change: never }[]) => owner.call(routes.change, { params: { facility }, body: { changes } })
    const macs = ['00:80:92:00:00:01']
    const devices = [
      add('assets', { id: 'd:1', name: '受付PC', kind: 'pc', owner: 'none' }),
      add('assets', { id: 'd:2', name: 'PC-0042', macs }),
    ]
    expect(await send(...devices)).toMatchObject({ kind: 'ok' })
    await devicesOf(owner).takeIn({ facility }, '調査.xml', nmapScan('2026-11-01', [['192.168.1.9', '00:80:92:00:00:01', '']]))
    expect(await send({ change: { kind: 'merge', slice: 'assets', keep: 'd:1', gone: 'd:2' } as never })).toMatchObject({ kind: 'ok' })
    expect(await send({ change: { kind: 'unmerge', slice: 'assets', gone: 'd:2' } as never })).toMatchObject({ kind: 'ok' })
  })

  test('holds what a source said as it said it: nobody writes, changes or takes out such a record by hand', async () => {
    const facility = await newFacility()
    const send = (change: object, expected?: number) =>
      owner.call(routes.change, { params: { facility }, body: { changes: [{ change, expected }] } }) // as a screen of another kind might
    const { revision } = await devicesOf(owner).takeIn({ facility }, '調査.xml', nmapScan('2026-11-01', [['192.168.1.9', '', 'pc-9']]))
    const { rows } = await owner.ask(routes.assets, { params: { facility } })
    const claims = async () => (await owner.ask(routes.asset, { params: { facility, asset: rows[0]?.id ?? '' } })).claims
    const [told] = await claims()
    const { id = '' } = told?.claim.record ?? {}
    const refused = { kind: 'error', error: { code: 'change/not-allowed' } }
    expect(await send({ kind: 'add', slice: 'claims', record: { id: 'cl:1', by: 'hand', file: 'x' } })).toMatchObject(refused)
    expect(await send({ kind: 'set', slice: 'claims', id, fields: { room: '3階' } }, told?.claim.version)).toMatchObject(refused)
    expect(await send({ kind: 'remove', slice: 'claims', id }, told?.claim.version)).toMatchObject(refused)
    expect(await claims()).toEqual([told])
    await owner.ask(routes.undo, { params: { facility }, body: { revision } })
    expect((await owner.ask(routes.assets, { params: { facility } })).total).toBe(0)
  })

  test('takes neither a disclosure sheet of tomorrow nor a reference to a person that is not there', async () => {
    const facility = await newFacility()
    const send = (record: object) =>
      owner.call(routes.change, { params: { facility }, body: { changes: [add('assets', { id: 'd:1', name: '受付PC', ...record })] } })
    expect(await send({ disclosureOn: '2027-03-01' })).toMatchObject({ kind: 'error', error: { code: 'change/date-ahead' } })
    expect((await send({ owner: 'p:nobody' })).kind).toBe('error')
  })
})

describe('two writers', () => {
  test('the second gets both values and overwrites nothing; the rest of the batch is not stored either', async () => {
    const facility = await newFacility()
    const colleague = await server.person({ role: 'editor', name: '事務 次郎' })
    const answer = await firstAnswer(facility)
    const set = (fields: object) => ({ kind: 'set', slice: 'answers', id: answer.record.id, fields }) as never
    const first = await colleague.ask(routes.change, {
      params: { facility },
      body: { changes: [{ change: set(yes), expected: answer.version }] },
    })
    const vendor = { kind: 'add', slice: 'vendors', record: { id: 'v:1' as VendorId, name: '例システム株式会社' } } as const
    const second = await owner.ask(routes.change, {
      params: { facility },
      body: { changes: [{ change: vendor }, { change: set({ answer: 'no' }), expected: answer.version }] },
    })
    expect(second.conflicts).toMatchObject([
      { at: 1, slice: 'answers', id: answer.record.id, theirs: { answer: 'yes' }, version: first.versions[0]?.version, by: '事務 次郎' },
    ])
    expect(second.revision).toBe(first.revision)
    expect((await owner.ask(routes.facts, { params: { facility } })).vendors).toEqual([])
    expect((await firstAnswer(facility)).record.answer).toBe('yes')
  })

  test('a change of what a colleague has removed is a conflict with nothing on the other side', async () => {
    const facility = await newFacility()
    const add = { kind: 'add', slice: 'contacts', record: { id: 'c:1' as ContactId, kind: 'police', name: '見本警察署' } } as const
    const { versions } = await owner.ask(routes.change, { params: { facility }, body: { changes: [{ change: add }] } })
    const expected = versions[0]?.version ?? 0
    await owner.ask(routes.change, {
      params: { facility },
      body: { changes: [{ change: { kind: 'remove', slice: 'contacts', id: 'c:1' }, expected }] },
    })
    const change = { kind: 'set', slice: 'contacts', id: 'c:1', fields: { phone: '110' } } as const
    const { conflicts } = await owner.ask(routes.change, { params: { facility }, body: { changes: [{ change, expected }] } })
    expect(conflicts).toMatchObject([{ id: 'c:1', theirs: null, version: 0 }])
  })

  test('what two people take away at once is taken away once, without a conflict', async () => {
    const facility = await newFacility()
    const tick = { id: 'tick:del.print' as TickId, card: 'del', step: 'print', doneOn: date('2026-11-20') }
    const { versions } = await owner.ask(routes.change, {
      params: { facility },
      body: { changes: [{ change: { kind: 'add', slice: 'ticks', record: tick } }] },
    })
    const back = { change: { kind: 'remove', slice: 'ticks', id: tick.id } as const, expected: versions[0]?.version ?? 0 }
    const first = await owner.ask(routes.change, { params: { facility }, body: { changes: [back] } })
    const second = await owner.ask(routes.change, { params: { facility }, body: { changes: [back] } })
    expect(second).toMatchObject({ conflicts: [], revision: first.revision })
  })

  test('a tick that two people set on different days is a conflict with both days', async () => {
    const facility = await newFacility()
    const colleague = await server.person({ role: 'editor', name: '事務 次郎' })
    const tick = (day: string) => ({ id: 'tick:del.print' as TickId, card: 'del', step: 'print', doneOn: date(day) })
    const set = (acting: Acting, day: string) =>
      acting.ask(routes.change, {
        params: { facility },
        body: { changes: [{ change: { kind: 'add', slice: 'ticks', record: tick(day) } }] },
      })
    await set(colleague, '2026-11-18')
    expect((await set(owner, '2026-11-20')).conflicts).toMatchObject([
      { id: 'tick:del.print', theirs: { doneOn: '2026-11-18' }, by: '事務 次郎' },
    ])
  })

  test('a change that is sent again because its answer got lost is no conflict', async () => {
    const facility = await newFacility()
    const answer = await firstAnswer(facility)
    const body = {
      changes: [{ change: { kind: 'set', slice: 'answers', id: answer.record.id, fields: yes } as const, expected: answer.version }],
    }
    const first = await owner.ask(routes.change, { params: { facility }, body })
    const again = await owner.ask(routes.change, { params: { facility }, body })
    expect(again.conflicts).toEqual([])
    expect(again.versions).toEqual(first.versions)
    expect(again.revision).toBe(first.revision)
  })

  test('what another process has written is seen', async () => {
    const facility = await newFacility()
    const elsewhere = server.another(owner)
    const answer = await firstAnswer(facility)
    await firstAnswer(facility, elsewhere)
    const change = { kind: 'set', slice: 'answers', id: answer.record.id, fields: yes } as const
    await elsewhere.ask(routes.change, { params: { facility }, body: { changes: [{ change, expected: answer.version }] } })
    expect((await firstAnswer(facility)).record.answer).toBe('yes')
  })
})

describe('undo', () => {
  test('brings back what was there, once', async () => {
    const facility = await newFacility()
    const answer = await firstAnswer(facility)
    const change = { kind: 'set', slice: 'answers', id: answer.record.id, fields: yes } as const
    const { revision } = await owner.ask(routes.change, { params: { facility }, body: { changes: [{ change, expected: answer.version }] } })
    const undone = await owner.ask(routes.undo, { params: { facility }, body: { revision } })
    expect(undone.conflicts).toEqual([])
    expect((await firstAnswer(facility)).record).toEqual(answer.record)
    expect(await owner.call(routes.undo, { params: { facility }, body: { revision } })).toMatchObject({
      kind: 'error',
      error: { code: 'undo/already' },
    })
  })

  test('of a change that somebody has built on is a conflict', async () => {
    const facility = await newFacility()
    const answer = await firstAnswer(facility)
    const set = (fields: object) => ({ kind: 'set', slice: 'answers', id: answer.record.id, fields }) as never
    const first = await owner.ask(routes.change, {
      params: { facility },
      body: { changes: [{ change: set(yes), expected: answer.version }] },
    })
    await owner.ask(routes.change, {
      params: { facility },
      body: { changes: [{ change: set({ answer: 'no', note: '棚卸し済み' }), expected: first.versions[0]?.version }] },
    })
    const undone = await owner.ask(routes.undo, { params: { facility }, body: { revision: first.revision } })
    expect(undone.conflicts).toMatchObject([{ id: answer.record.id, theirs: { answer: 'no', note: '棚卸し済み' } }])
  })

  test('of a merge gives each company its own systems back', async () => {
    const facility = await newFacility()
    const add = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } as never })
    await owner.ask(routes.change, {
      params: { facility },
      body: {
        changes: [
          add('vendors', { id: 'v:1', name: '㈱例システム' }),
          add('vendors', { id: 'v:2', name: '例システム株式会社' }),
          add('systems', { id: 's:1', name: '電子カルテ', vendor: 'v:1' }),
          add('systems', { id: 's:2', name: '画像', vendor: 'v:2' }),
        ],
      },
    })
    const before = await owner.ask(routes.vendors, { params: { facility } })
    expect(before.sameCompany).toMatchObject([{ a: 'v:1', b: 'v:2' }])
    const merge = { kind: 'merge', slice: 'vendors', keep: 'v:2', gone: 'v:1' } as const
    const { revision } = await owner.ask(routes.change, { params: { facility }, body: { changes: [{ change: merge }] } })
    const merged = await owner.ask(routes.vendors, { params: { facility } })
    expect(merged.systems.map(({ record }) => record.vendor)).toEqual(['v:2', 'v:2'])
    expect(merged.merged).toEqual([{ gone: 'v:1', goneName: '㈱例システム', keep: 'v:2' }])
    await owner.ask(routes.undo, { params: { facility }, body: { revision } })
    const after = await owner.ask(routes.vendors, { params: { facility } })
    expect(after.systems.map(({ record }) => record.vendor)).toEqual(['v:1', 'v:2'])
    expect(after.merged).toEqual([])
  })
})

describe('a person’s change', () => {
  const refused = async (change: never, expected?: number) => {
    const facility = await newFacility()
    const result = await owner.call(routes.change, {
      params: { facility },
      body: { changes: [{ change, ...(expected === undefined ? {} : { expected }) }] },
    })
    return result.kind === 'error' ? result.error.code : JSON.stringify(result.value)
  }

  test.each([
    ['the register', { kind: 'remove', slice: 'register', id: 'x' }, 'change/not-allowed'],
    ['aliases', { kind: 'add', slice: 'aliases', record: { id: 'v:9', to: 'v:1', slice: 'vendors', was: '{}' } }, 'change/not-allowed'],
    [
      'a tombstone',
      { kind: 'add', slice: 'retired', record: { id: 'vendors:v:9', slice: 'vendors', on: '2026-11-20', by: 'x', why: 'y' } },
      'change/not-allowed',
    ],
    [
      'a file as a source',
      { kind: 'add', slice: 'sources', record: { id: 'src:1', kind: 'scan', name: 'nmap', seenOn: '2026-11-20' } },
      'change/not-allowed',
    ],
    ['a second facility', { kind: 'add', slice: 'facility', record: { id: 'f:2', name: 'x' } }, 'change/not-allowed'],
    [
      'bytes that nobody has sent',
      { kind: 'add', slice: 'evidence', record: { id: 'ev:1', name: 'x', sha256: 'a'.repeat(64) } },
      'change/not-allowed',
    ],
    [
      'a reference to nothing',
      { kind: 'add', slice: 'systems', record: { id: 's:1', name: '電子カルテ', vendor: 'v:none' as SystemId } },
      'change/unknown-reference',
    ],
    ['a malformed id', { kind: 'add', slice: 'vendors', record: { id: 'V 1', name: 'x' } }, 'request/bad-input'],
    ['a field that nobody knows', { kind: 'add', slice: 'vendors', record: { id: 'v:1', name: 'x', secret: 'y' } }, 'request/bad-input'],
  ])('of %s is refused', async (_what, change, code) => {
    expect(await refused(change as never)).toBe(code)
  })

  test('needs the version it was made on', async () => {
    const facility = await newFacility()
    const answer = await firstAnswer(facility)
    const change = { kind: 'set', slice: 'answers', id: answer.record.id, fields: yes } as const
    expect(await owner.call(routes.change, { params: { facility }, body: { changes: [{ change }] } })).toMatchObject({
      kind: 'error',
      status: 400,
      error: { code: 'change/version-missing' },
    })
  })

  test('of a vendor that systems still name is refused, and goes through together with the systems', async () => {
    const facility = await newFacility()
    const add = (slice: string, record: object) => ({ change: { kind: 'add', slice, record } as never })
    const { versions } = await owner.ask(routes.change, {
      params: { facility },
      body: {
        changes: [add('vendors', { id: 'v:1', name: '例システム' }), add('systems', { id: 's:1', name: '電子カルテ', vendor: 'v:1' })],
      },
    })
    const version = (id: string) => versions.find((one) => one.id === id)?.version ?? 0
    const remove = { change: { kind: 'remove', slice: 'vendors', id: 'v:1' } as const, expected: version('v:1') }
    expect(await owner.call(routes.change, { params: { facility }, body: { changes: [remove] } })).toMatchObject({
      error: { code: 'change/still-used' },
    })
    const forget = {
      change: { kind: 'set', slice: 'systems', id: 's:1', fields: {}, forget: ['vendor'] } as const,
      expected: version('s:1'),
    }
    expect((await owner.ask(routes.change, { params: { facility }, body: { changes: [remove, forget] } })).conflicts).toEqual([])
  })
})

test('the trail tells of every change and holds no words of the facility', async () => {
  const facility = await newFacility()
  const answer = await firstAnswer(facility)
  const change = { kind: 'set', slice: 'answers', id: answer.record.id, fields: { ...yes, note: '内密のメモ' } } as const
  await owner.ask(routes.change, { params: { facility }, body: { changes: [{ change, expected: answer.version }] } })
  const { rows } = await server.database.admin.query(
    `select action, person_id, detail::text as detail from audit where subject = $1 order by seq`,
    [facility],
  )
  expect(rows.map((row) => row.action)).toEqual(['facility/created', 'facility/changed'])
  expect(rows.every((row) => row.person_id === owner.who?.person)).toBe(true)
  expect(rows.map((row) => row.detail).join()).not.toContain('内密')
})
