import { accessSync, constants } from 'node:fs'
import type { FeedName } from '@mimamori/domain'
import type { UserProblem } from '../errors/user-error.ts'
import { badDataFolder } from './data-folder.ts'

/** As much of the configuration as its parts are checked against each other with. */
export interface CrossChecked {
  readonly isLoopback: boolean
  readonly data?: string | undefined
  readonly host: string
  readonly port: number
  readonly metricsPort?: number | undefined
  readonly publicUrl?: URL | undefined
  readonly tlsCert?: string | undefined
  readonly tlsKey?: string | undefined
  readonly trustedProxy?: readonly string[] | undefined
  readonly oidcIssuer?: URL | undefined
  readonly oidcClient?: string | undefined
  readonly oidcSecretFile?: string | undefined
  readonly databaseUrl?: string | undefined
  readonly ownerUrl?: string | undefined
  readonly jobsUrl?: string | undefined
  readonly smtpUrl?: string | undefined
  readonly mailFrom?: string | undefined
  readonly feeds?: readonly FeedName[] | undefined
  readonly feedUrls?: readonly { readonly feed: FeedName }[] | undefined
}

function openNetwork(config: CrossChecked): UserProblem[] {
  if (config.isLoopback || config.tlsCert || config.trustedProxy) return []
  return [
    {
      code: 'config/network-without-tls',
      message: {
        ja: `ほかの機械からも開ける番地(${config.host})で待ち受けるには、通信の暗号化(TLS)が要ります。ログインの合言葉がそのまま流れるためです。`,
        en: `Listening on ${config.host}, which other machines can reach, needs TLS: passwords would travel in the clear.`,
      },
      action: {
        ja: 'MIMAMORI_TLS_CERT と MIMAMORI_TLS_KEY に証明書と鍵を指定するか、暗号化を受け持つ中継サーバの番地を MIMAMORI_TRUSTED_PROXY に指定するか、MIMAMORI_HOST を消してこの機械だけで使ってください。',
        en: 'Set MIMAMORI_TLS_CERT and MIMAMORI_TLS_KEY, or name the proxy that does TLS in MIMAMORI_TRUSTED_PROXY, or leave MIMAMORI_HOST out and use it on this machine alone.',
      },
      column: 'MIMAMORI_HOST',
    },
  ]
}

function noPublicUrl(config: CrossChecked): UserProblem[] {
  if (config.isLoopback || config.publicUrl) return []
  return [
    {
      code: 'config/no-public-url',
      message: {
        ja: 'ほかの機械から開くときの宛先が決まっていません。',
        en: 'The address under which other machines open it is not set.',
      },
      action: {
        ja: 'MIMAMORI_PUBLIC_URL に、利用者が開く宛先を書いてください。例: https://mimamori.example.jp',
        en: 'Set MIMAMORI_PUBLIC_URL to the address that people open, such as https://mimamori.example.jp.',
      },
      column: 'MIMAMORI_PUBLIC_URL',
    },
  ]
}

function plainPublicUrl(config: CrossChecked): UserProblem[] {
  if (config.publicUrl === undefined || config.publicUrl.protocol === 'https:') return []
  if (config.isLoopback && !config.tlsCert && !config.trustedProxy) return []
  return [
    {
      code: 'config/public-url-without-tls',
      message: { ja: 'MIMAMORI_PUBLIC_URL が https:// で始まっていません。', en: 'MIMAMORI_PUBLIC_URL does not begin with https://.' },
      action: { ja: 'https:// で始まる宛先を書いてください。', en: 'Write an address that begins with https://.' },
      column: 'MIMAMORI_PUBLIC_URL',
    },
  ]
}

function halfOfTls(config: CrossChecked): UserProblem[] {
  if ((config.tlsCert === undefined) === (config.tlsKey === undefined)) return []
  const missing = config.tlsCert === undefined ? 'MIMAMORI_TLS_CERT' : 'MIMAMORI_TLS_KEY'
  return [
    {
      code: 'config/half-of-tls',
      message: {
        ja: `証明書と鍵の片方しかありません。${missing} がありません。`,
        en: `Certificate and key go together: ${missing} is missing.`,
      },
      action: { ja: `${missing} を書くか、両方を消してください。`, en: `Set ${missing}, or remove both.` },
      column: missing,
    },
  ]
}

function unreadableFiles(config: CrossChecked): UserProblem[] {
  const files = [
    ['MIMAMORI_TLS_CERT', config.tlsCert],
    ['MIMAMORI_TLS_KEY', config.tlsKey],
    ['MIMAMORI_OIDC_SECRET_FILE', config.oidcSecretFile],
  ] as const
  return files.flatMap(([name, file]) => {
    if (file === undefined || isReadable(file)) return []
    return [
      {
        code: 'config/unreadable-file',
        message: { ja: `${name} のファイルが読めません: ${file}`, en: `The file of ${name} cannot be read: ${file}` },
        action: {
          ja: '場所と、「みまもり」を動かす利用者が読めることを確かめてください。',
          en: 'Check the path, and that the user who runs Mimamori may read it.',
        },
        column: name,
      },
    ]
  })
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}

function rolesWithoutDatabase(config: CrossChecked): UserProblem[] {
  if (config.databaseUrl !== undefined) return []
  const given = [
    ['MIMAMORI_DATABASE_OWNER_URL', config.ownerUrl],
    ['MIMAMORI_DATABASE_JOBS_URL', config.jobsUrl],
  ] as const
  return given.flatMap(([name, value]) => {
    if (value === undefined) return []
    return [
      {
        code: 'config/role-without-database',
        message: { ja: `${name} がありますが、DATABASE_URL がありません。`, en: `${name} is set, but DATABASE_URL is not.` },
        action: { ja: 'DATABASE_URL も書くか、両方を消してください。', en: 'Set DATABASE_URL too, or remove both.' },
        column: name,
      },
    ]
  })
}

function partOfOidc(config: CrossChecked): UserProblem[] {
  const parts = [
    ['MIMAMORI_OIDC_ISSUER', config.oidcIssuer],
    ['MIMAMORI_OIDC_CLIENT_ID', config.oidcClient],
    ['MIMAMORI_OIDC_SECRET_FILE', config.oidcSecretFile],
  ] as const
  const missing = parts.filter(([, value]) => value === undefined).map(([name]) => name)
  if (missing.length === 0 || missing.length === parts.length) return []
  const names = { ja: missing.join('、'), en: missing.join(', ') }
  return [
    {
      code: 'config/part-of-oidc',
      message: {
        ja: `ログインサービスの設定が足りません。ありません: ${names.ja}`,
        en: `The settings of the sign-in service go together; missing: ${names.en}`,
      },
      action: { ja: '足りないものを書くか、全部を消してください。', en: 'Set what is missing, or remove them all.' },
      column: missing[0] ?? '',
    },
  ]
}

/** Feeds whose publishers have no one file under a lasting address. */
const withoutAddress: ReadonlySet<FeedName> = new Set(['cve5', 'csaf', 'jvn-products', 'end-of-life'])

function feedsWithoutAddress({ feeds = [], feedUrls = [] }: CrossChecked): UserProblem[] {
  const missing = feeds.filter((feed) => withoutAddress.has(feed) && !feedUrls.some((one) => one.feed === feed))
  if (missing.length === 0) return []
  return [
    {
      code: 'config/feed-without-address',
      message: {
        ja: `MIMAMORI_FEEDS の ${missing.join('、')} は、どこへ取りに行くかが決まっていません。`,
        en: `It is not set where ${missing.join(', ')} of MIMAMORI_FEEDS are fetched from.`,
      },
      action: {
        ja: `MIMAMORI_FEED_URLS に「${missing[0] ?? ''}=https://…」の形で宛先を書くか、MIMAMORI_FEEDS から消してください。`,
        en: `Write the address as ${missing[0] ?? ''}=https://… into MIMAMORI_FEED_URLS, or leave it out of MIMAMORI_FEEDS.`,
      },
      column: 'MIMAMORI_FEED_URLS',
    },
  ]
}

function halfOfMail(config: CrossChecked): UserProblem[] {
  if ((config.smtpUrl === undefined) === (config.mailFrom === undefined)) return []
  const missing = config.smtpUrl === undefined ? 'MIMAMORI_SMTP_URL' : 'MIMAMORI_MAIL_FROM'
  return [
    {
      code: 'config/half-of-mail',
      message: {
        ja: `メールを送るサーバと差出人の片方しかありません。${missing} がありません。`,
        en: `The mail server and the sender's address go together: ${missing} is missing.`,
      },
      action: { ja: `${missing} を書くか、両方を消してください。`, en: `Set ${missing}, or remove both.` },
      column: missing,
    },
  ]
}

function samePort(config: CrossChecked): UserProblem[] {
  if (config.metricsPort === undefined || config.metricsPort !== config.port) return []
  return [
    {
      code: 'config/same-port',
      message: { ja: 'MIMAMORI_METRICS_PORT と MIMAMORI_PORT が同じです。', en: 'MIMAMORI_METRICS_PORT and MIMAMORI_PORT are the same.' },
      action: { ja: 'どちらかを別の番号にしてください。', en: 'Give one of them another number.' },
      column: 'MIMAMORI_METRICS_PORT',
    },
  ]
}

/** What is wrong although each value by itself can be read. */
export function crossProblems(config: CrossChecked): UserProblem[] {
  const checks = [
    openNetwork,
    noPublicUrl,
    plainPublicUrl,
    halfOfTls,
    unreadableFiles,
    badDataFolder,
    rolesWithoutDatabase,
    partOfOidc,
    halfOfMail,
    feedsWithoutAddress,
    samePort,
  ]
  return checks.flatMap((check) => check(config))
}
