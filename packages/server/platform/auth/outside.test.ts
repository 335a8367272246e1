import { codeOf, enterAs as enter, givenAuth, knownPassword as password, sessionOf } from '@mimamori/testing'
import { startSignInService } from '@mimamori/testing/process'
import { afterAll, describe, expect, test } from 'vitest'

const returnTo = 'http://127.0.0.1:4646/sign-in/outside'
const service = await startSignInService({ returnTo })
afterAll(() => {
  service.stop()
})
const settings = {
  issuer: service.issuer,
  clientId: service.clientId,
  clientSecret: service.clientSecret,
  name: '院内アカウント',
  returnTo,
}
const { database, clock, auth, person, organisation, otherOrganisation } = await givenAuth({ outside: settings })

/** Walks through the service as a browser would, and gives back what stands behind `?` of the address it returns to. */
async function browse(address: string, account: string): Promise<string> {
  const jar = new Map<string, string>()
  let url = address
  let form: Record<string, string> | undefined
  for (let step = 0; step < 12; step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const init = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie } })
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
    const location = response.headers.get('location')
    if (location !== null) {
      const next = new URL(location, url)
      if (next.href.startsWith(returnTo)) return next.search
      url = next.href
      form = undefined
      continue
    }
    const page = await response.text()
    url = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', url).href
    form = page.includes('name="login"') ? { prompt: 'login', login: account, password: 'x' } : { prompt: 'consent' }
  }
  throw new Error('the service did not send the browser back')
}

const nobody = { session: undefined, previousToken: undefined }

async function round(account: string) {
  const { address, token } = await auth.outside.begin(undefined)
  return { token, query: await browse(address, account) }
}

async function link(login: string, account: string): Promise<void> {
  const session = await sessionOf(auth, await enter(auth, login))
  const { address, token } = await auth.outside.begin(session)
  const outcome = await auth.outside.finish({ token, query: await browse(address, account), session, previousToken: undefined })
  expect(outcome.kind).toBe('linked')
}

describe('the sign-in service of the hospital', () => {
  test('lets in whoever has linked the account while signed in', async () => {
    const id = await person('linked')
    await link('linked', 'account-1')
    const came = await round('account-1')
    const outcome = await auth.outside.finish({ ...came, ...nobody })
    expect(outcome).toMatchObject({ kind: 'in', person: id })
  })

  test('still asks for the second factor of the person', async () => {
    await person('with-factor')
    await link('with-factor', 'account-2')
    await auth.factors.makeCodes(await sessionOf(auth, await enter(auth, 'with-factor')), { kind: 'sheet' })
    expect((await auth.outside.finish({ ...(await round('account-2')), ...nobody })).kind).toBe('half')
  })

  test('lets nobody in by a mail address or a name alone', async () => {
    expect((await auth.outside.finish({ ...(await round('soumu')), ...nobody })).kind).toBe('unlinked')
  })

  test('links an account once an owner has said yes to the one who asked for it', async () => {
    const id = await person('asking')
    const came = await round('account-3')
    expect((await auth.outside.finish({ ...came, ...nobody })).kind).toBe('unlinked')
    await auth.outside.askForLink({ token: came.token, login: 'asking' })
    const owner = await sessionOf(auth, await enter(auth))
    const scope = { organisation, person: owner.person }
    const [request] = await auth.outside.listRequests(scope)
    expect(request).toMatchObject({ person: id, name: 'asking', shownName: 'account-3さん' })
    await auth.outside.decide(owner, { scope, id: request?.id ?? '', isApproved: true })
    expect(await auth.outside.finish({ ...(await round('account-3')), ...nobody })).toMatchObject({ kind: 'in', person: id })
    expect(await auth.recovery.readNotices(id)).toMatchObject([{ kind: 'outside-linked', name: '総務 花子' }])
  })

  test('links an account to one person alone', async () => {
    const id = await person('first-comer')
    await person('late-comer')
    await link('first-comer', 'account-4')
    expect(await codeOf(link('late-comer', 'account-4'))).toBe('auth/outside-linked-already')
    expect(await auth.outside.finish({ ...(await round('account-4')), ...nobody })).toMatchObject({ kind: 'in', person: id })
  })

  test('is linked on request once, and by nobody for somebody above them', async () => {
    await person('leader', 'manager')
    const came = await round('account-5')
    await auth.outside.finish({ ...came, ...nobody })
    await auth.outside.askForLink({ token: came.token, login: 'soumu' })
    const leader = await sessionOf(auth, await enter(auth, 'leader'))
    const scope = { organisation, person: leader.person }
    const [ofOwner] = await auth.outside.listRequests(scope)
    expect(ofOwner).toMatchObject({ name: '総務 花子' })
    const decide = (id: string | undefined, isApproved: boolean) => codeOf(auth.outside.decide(leader, { scope, id: id ?? '', isApproved }))
    expect(await decide(ofOwner?.id, true)).toBe('auth/no-such-request')
    expect((await auth.outside.finish({ ...(await round('account-5')), ...nobody })).kind).toBe('unlinked')
    expect(await decide(ofOwner?.id, false)).toBe('in')
    expect(await decide(ofOwner?.id, true)).toBe('auth/no-such-request')
  })

  test('answers alike for a login that does not exist, and an owner does not see people of others', async () => {
    await person('of-others', 'editor', await otherOrganisation())
    for (const login of ['no-such-login', 'of-others']) {
      const came = await round(`account-of-${login}`)
      await auth.outside.finish({ ...came, ...nobody })
      await expect(auth.outside.askForLink({ token: came.token, login })).resolves.toBeUndefined()
    }
    const owner = await sessionOf(auth, await enter(auth))
    expect(await auth.outside.listRequests({ organisation, person: owner.person })).toEqual([])
  })

  test('is not believed without the browser that began, twice, late, or with what was tampered with', async () => {
    const refused = 'auth/outside-refused'
    const finish = (came: { token: string | undefined; query: string }) => codeOf(auth.outside.finish({ ...came, ...nobody }))
    const [one, other] = [await round('account-1'), await round('account-1')]
    expect(await finish({ token: undefined, query: one.query })).toBe(refused)
    expect(await finish({ token: other.token, query: one.query })).toBe(refused)
    expect(await finish({ token: other.token, query: other.query.replace(/code=[^&]+/, 'code=forged') })).toBe(refused)
    expect(await finish({ token: one.token, query: one.query.replace(/state=[^&]+/, 'state=forged') })).toBe(refused)
    const late = await round('account-1')
    clock.moveMinutes(11)
    expect(await finish(late)).toBe(refused)
    const used = await round('account-1')
    expect(await finish(used)).toBe('in')
    expect(await finish(used)).toBe(refused)
  })

  test('does not give an account to a session that was put into the browser meanwhile', async () => {
    await person('victim')
    await person('intruder')
    const session = await sessionOf(auth, await enter(auth, 'victim'))
    const { address, token } = await auth.outside.begin(session)
    const query = await browse(address, 'account-9')
    const planted = await sessionOf(auth, await enter(auth, 'intruder'))
    expect(await codeOf(auth.outside.finish({ token, query, session: planted, previousToken: undefined }))).toBe('auth/outside-refused')
  })

  test('that is not configured is not begun with', async () => {
    const without = await givenAuth()
    expect(without.auth.outside.name).toBeUndefined()
    expect(await codeOf(without.auth.outside.begin(undefined))).toBe('auth/outside-not-set')
  })

  test('that is away is said to be, and the password still lets in', async () => {
    const away = await givenAuth({ outside: { ...settings, issuer: new URL('http://127.0.0.1:1') } })
    expect(await codeOf(away.auth.outside.begin(undefined))).toBe('auth/outside-away')
    expect((await away.auth.signIn({ login: 'soumu', password })).kind).toBe('in')
  })
})

test('the secret of the service and its answers stand nowhere in the database', async () => {
  const { rows } = await database.admin.query(`select r::text as line from outside_round r union all select a::text from audit a`)
  const text = rows.map((row) => String(row.line)).join('\n')
  expect(text).not.toContain(settings.clientSecret)
  expect(text).not.toMatch(/code=|state=/)
})
