import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { printProblem } from '../errors/user-error.ts'
import { ConfigError, readConfig } from './config.ts'

const place = mkdtempSync(join(tmpdir(), 'mimamori-config-'))
afterAll(() => rmSync(place, { recursive: true, force: true }))
const isRoot = process.getuid?.() === 0

function problemsOf(env: NodeJS.ProcessEnv): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    return error instanceof ConfigError ? error.problems.map((problem) => `${problem.column} ${problem.code}`) : [String(error)]
  }
}

function printed(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env)
    return ''
  } catch (error) {
    return error instanceof ConfigError ? error.problems.map(printProblem).join('\n\n') : ''
  }
}

test('with nothing set it is for this machine alone', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 4646,
    idleMinutes: 30,
    sessionHours: 12,
    isLoopback: true,
    isSecure: false,
  })
})

test('an empty variable is one that is not set', () => {
  expect(readConfig({ MIMAMORI_PORT: ' ', MIMAMORI_DATA: '' })).toMatchObject({ port: 4646 })
})

describe('problems', () => {
  test('are told all at once, each with its fix in both languages', () => {
    const env = { MIMAMORI_PORT: '99999', MIMAMORI_SESSION_HOURS: 'long', MIMAMORI_TLS_KEY: '/nowhere/key.pem', MIMAMORI_PROT: '1' }
    expect(problemsOf(env)).toEqual([
      'MIMAMORI_PORT config/bad-value',
      'MIMAMORI_SESSION_HOURS config/bad-value',
      'MIMAMORI_PROT config/unknown-name',
      'MIMAMORI_TLS_CERT config/half-of-tls',
      'MIMAMORI_TLS_KEY config/unreadable-file',
    ])
    expect(printed(env)).toContain('MIMAMORI_PORT の書き間違いではありませんか。')
    expect(printed(env)).toContain('Write a number from 1 to 65535.')
  })

  test('a data folder that is a file, or lies below one, is told with all the others', () => {
    const file = join(place, 'notes.txt')
    writeFileSync(file, 'x')
    for (const data of [file, join(file, 'below')])
      expect(problemsOf({ MIMAMORI_DATA: data, MIMAMORI_PORT: '99999' })).toEqual([
        'MIMAMORI_PORT config/bad-value',
        'MIMAMORI_DATA config/data-not-a-folder',
      ])
  })

  test('a data folder that is not there yet is no problem where it can be made', () => {
    expect(problemsOf({ MIMAMORI_DATA: join(place, 'not', 'yet') })).toEqual([])
  })

  test.runIf(!isRoot)('a data folder that cannot be written is told', () => {
    const closed = join(place, 'closed')
    mkdirSync(closed)
    chmodSync(closed, 0o500)
    for (const data of [closed, join(closed, 'below')])
      expect(problemsOf({ MIMAMORI_DATA: data })).toEqual(['MIMAMORI_DATA config/data-not-writable'])
  })

  test('never show the password of a database', () => {
    const text = printed({ DATABASE_URL: 'mysql://app:hunter2@db/x' })
    expect(text).toContain('DATABASE_URL')
    expect(text).not.toContain('hunter2')
  })

  test('an address that others can reach is refused without TLS', () => {
    expect(problemsOf({ MIMAMORI_HOST: '0.0.0.0', MIMAMORI_PUBLIC_URL: 'https://mimamori.example.jp' })).toEqual([
      'MIMAMORI_HOST config/network-without-tls',
    ])
    expect(problemsOf({ MIMAMORI_HOST: '::', MIMAMORI_PUBLIC_URL: 'https://mimamori.example.jp' })).toEqual([
      'MIMAMORI_HOST config/network-without-tls',
    ])
  })

  test('behind a named proxy it is accepted, with the address that people open', () => {
    const env = { MIMAMORI_HOST: '0.0.0.0', MIMAMORI_TRUSTED_PROXY: '10.0.0.5', MIMAMORI_PUBLIC_URL: 'https://mimamori.example.jp' }
    expect(readConfig(env)).toMatchObject({ isLoopback: false, isSecure: true, trustedProxy: ['10.0.0.5'] })
    expect(problemsOf({ ...env, MIMAMORI_PUBLIC_URL: '' })).toEqual(['MIMAMORI_PUBLIC_URL config/no-public-url'])
    expect(problemsOf({ ...env, MIMAMORI_PUBLIC_URL: 'http://mimamori.example.jp' })).toEqual([
      'MIMAMORI_PUBLIC_URL config/public-url-without-tls',
    ])
  })

  test('the settings of the sign-in service are told as incomplete until all are there', () => {
    const secret = join(place, 'oidc-secret')
    writeFileSync(secret, 'x')
    const env = { MIMAMORI_OIDC_ISSUER: 'https://login.example.jp' }
    expect(problemsOf(env)).toEqual(['MIMAMORI_OIDC_CLIENT_ID config/part-of-oidc'])
    expect(printed(env)).toContain('MIMAMORI_OIDC_CLIENT_ID, MIMAMORI_OIDC_SECRET_FILE')
    const more = { ...env, MIMAMORI_OIDC_CLIENT_ID: 'mimamori' }
    expect(problemsOf(more)).toEqual(['MIMAMORI_OIDC_SECRET_FILE config/part-of-oidc'])
    expect(problemsOf({ ...more, MIMAMORI_OIDC_SECRET_FILE: secret })).toEqual([])
  })

  test('a mail server and the address of the sender go together', () => {
    expect(problemsOf({ MIMAMORI_SMTP_URL: 'smtp://127.0.0.1:2525' })).toEqual(['MIMAMORI_MAIL_FROM config/half-of-mail'])
    expect(problemsOf({ MIMAMORI_MAIL_FROM: 'soumu@example.jp' })).toEqual(['MIMAMORI_SMTP_URL config/half-of-mail'])
  })

  test('feeds are fetched only where it is known from where', () => {
    expect(readConfig({})).toMatchObject({ feeds: [], feedUrls: [] })
    expect(readConfig({ MIMAMORI_FEEDS: 'off' }).feeds).toEqual([])
    expect(readConfig({ MIMAMORI_FEEDS: 'kev, epss' }).feeds).toEqual(['kev', 'epss'])
    expect(problemsOf({ MIMAMORI_FEEDS: 'kev,everything' })).toEqual(['MIMAMORI_FEEDS config/bad-value'])
    expect(problemsOf({ MIMAMORI_FEEDS: 'kev,cve5' })).toEqual(['MIMAMORI_FEED_URLS config/feed-without-address'])
    const [asked, own] = readConfig({ MIMAMORI_FEED_APIS: 'nvd, jvn=http://10.0.0.5/myjvn' }).feedApis
    expect(asked).toMatchObject({ feed: 'nvd', address: expect.stringMatching(/^https:/), isOwn: false })
    expect(own).toEqual({ feed: 'jvn', address: 'http://10.0.0.5/myjvn', isOwn: true })
    expect(readConfig({ MIMAMORI_FEED_APIS: 'off' }).feedApis).toEqual([])
    expect(problemsOf({ MIMAMORI_FEED_APIS: 'kev' })).toEqual(['MIMAMORI_FEED_APIS config/bad-value'])
    expect(problemsOf({ MIMAMORI_FEED_URLS: 'cve5=ftp://feeds.example/x' })).toEqual(['MIMAMORI_FEED_URLS config/bad-value'])
    const named = readConfig({ MIMAMORI_FEEDS: 'cve5', MIMAMORI_FEED_URLS: 'cve5=http://10.0.0.5/a.zip cve5=http://10.0.0.5/b.zip' })
    expect(named.feedUrls.map(({ address }) => address)).toEqual(['http://10.0.0.5/a.zip', 'http://10.0.0.5/b.zip'])
    expect(readConfig({ HTTPS_PROXY: 'proxy:3128' }).machineProxy).toBe('http://proxy:3128')
    expect(readConfig({ HTTPS_PROXY: '%' }).machineProxy).toBeUndefined()
  })

  test('a role of the database needs the database', () => {
    expect(problemsOf({ MIMAMORI_DATABASE_OWNER_URL: 'postgresql://o@h/d' })).toEqual([
      'MIMAMORI_DATABASE_OWNER_URL config/role-without-database',
    ])
  })
})
