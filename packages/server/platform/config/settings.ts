import { feedNames } from '@mimamori/domain'
import { z } from 'zod'
import type { Text } from '../errors/user-error.ts'

/** One environment variable: how it is read, and what to write when it is wrong. */
export interface Setting<T> {
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly fix: Text
  /** Its value is never printed. */
  readonly isSecret?: boolean
}

function whole(least: number, most: number, otherwise: number) {
  return z.coerce.number().int().min(least).max(most).default(otherwise)
}

const port = z.coerce.number().int().min(1).max(65_535)
const path = z.string().min(1)
const databaseUrl = z.string().regex(/^postgres(ql)?:\/\/\S+$/)
const publicUrl = z
  .url({ protocol: /^https?$/ })
  .transform((text) => new URL(text))
  .refine((url) => url.pathname === '/' && url.search === '' && url.username === '')
/** NOTE: plain HTTP for a service on this machine alone. */
const issuer = z
  .url({ protocol: /^https?$/ })
  .transform((text) => new URL(text))
  .refine((url) => url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname))
const addresses = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.union([z.ipv4(), z.ipv6()])).min(1))

const smtpUrl = z.string().regex(/^smtps?:\/\/\S+$/)
const mailFrom = z.string().regex(/^(?:[^<>\p{Cc}]+ <[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/u)

/** NOTE: other programs write it without a scheme; what is no address at all is none of ours to refuse. */
const anyProxy = z
  .string()
  .transform((text) => (text.includes('://') ? text : `http://${text}`))
  .pipe(z.url({ protocol: /^https?$/ }))
  .optional()
  .catch(undefined)
const listed = z.string().transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
const feeds = listed.transform((names) => (names.join() === 'off' ? [] : names)).pipe(z.array(z.enum(feedNames)))
/** NOTE: parted by blanks, since addresses may hold commas. */
const feedUrls = z
  .string()
  .transform((text) => text.split(/\s+/).filter((part) => part !== ''))
  .transform((parts) => parts.map((part) => ({ feed: part.slice(0, part.indexOf('=')), address: part.slice(part.indexOf('=') + 1) })))
  .pipe(z.array(z.object({ feed: z.enum(feedNames), address: z.url({ protocol: /^https?$/ }) })))

const askedFeeds = ['nvd', 'jvn'] as const
/** NOTE: addresses as they are known to us; another one stands behind an equals sign. */
const apiAddresses = { nvd: 'https://services.nvd.nist.gov/rest/json/cves/2.0', jvn: 'https://jvndb.jvn.jp/myjvn' } as const
const feedApis = listed
  .transform((parts) => (parts.join() === 'off' ? [] : parts.map((part) => part.split('=', 2))))
  .pipe(z.array(z.tuple([z.enum(askedFeeds)], z.string())))
  .transform((parts) => parts.map(([feed, own]) => ({ feed, address: own ?? apiAddresses[feed], isOwn: own !== undefined })))
  .pipe(z.array(z.object({ feed: z.enum(askedFeeds), address: z.url({ protocol: /^https?$/ }), isOwn: z.boolean() })))

function setting<T>(name: string, schema: z.ZodType<T>, fix: Text, isSecret = false): Setting<T> {
  return { name, schema, fix, isSecret }
}

const folderFix = {
  ja: 'フォルダーの場所を書いてください。例: /var/lib/mimamori',
  en: 'Write the path of a folder, such as /var/lib/mimamori.',
}
const fileFix = {
  ja: 'ファイルの場所を書いてください。例: /etc/mimamori/secret.key',
  en: 'Write the path of a file, such as /etc/mimamori/secret.key.',
}
const databaseFix = {
  ja: 'postgresql://利用者:合言葉@機械名/データベース名 の形で書いてください。',
  en: 'Write it as postgresql://user:password@host/database.',
}

/** Every variable that Mimamori reads. */
export const settings = {
  data: setting('MIMAMORI_DATA', path.optional(), folderFix),
  secretFile: setting('MIMAMORI_SECRET_FILE', path.optional(), fileFix),
  databaseUrl: setting('DATABASE_URL', databaseUrl.optional(), databaseFix, true),
  ownerUrl: setting('MIMAMORI_DATABASE_OWNER_URL', databaseUrl.optional(), databaseFix, true),
  jobsUrl: setting('MIMAMORI_DATABASE_JOBS_URL', databaseUrl.optional(), databaseFix, true),
  host: setting('MIMAMORI_HOST', z.union([z.ipv4(), z.ipv6(), z.literal('localhost')]).default('127.0.0.1'), {
    ja: '待ち受ける番地を書いてください。例: 127.0.0.1(この機械だけ)、0.0.0.0(ほかの機械からも)',
    en: 'Write the address to listen on, such as 127.0.0.1 (this machine alone) or 0.0.0.0 (other machines too).',
  }),
  port: setting('MIMAMORI_PORT', port.default(4646), { ja: '1 から 65535 の数を書いてください。', en: 'Write a number from 1 to 65535.' }),
  publicUrl: setting('MIMAMORI_PUBLIC_URL', publicUrl.optional(), {
    ja: '利用者が開く宛先を書いてください。例: https://mimamori.example.jp',
    en: 'Write the address that people open, such as https://mimamori.example.jp.',
  }),
  tlsCert: setting('MIMAMORI_TLS_CERT', path.optional(), fileFix),
  tlsKey: setting('MIMAMORI_TLS_KEY', path.optional(), fileFix),
  trustedProxy: setting('MIMAMORI_TRUSTED_PROXY', addresses.optional(), {
    ja: '中継するサーバの番地を、コンマで区切って書いてください。例: 10.0.0.5',
    en: 'Write the addresses of the proxies, separated by commas, such as 10.0.0.5.',
  }),
  idleMinutes: setting('MIMAMORI_SESSION_IDLE_MINUTES', whole(1, 480, 30), {
    ja: '操作がないまま画面を閉じるまでの分数を、1 から 480 で書いてください。',
    en: 'Write the minutes without use after which a session ends, from 1 to 480.',
  }),
  sessionHours: setting('MIMAMORI_SESSION_HOURS', whole(1, 168, 12), {
    ja: 'もう一度ログインを求めるまでの時間を、1 から 168 で書いてください。',
    en: 'Write the hours after which people sign in again, from 1 to 168.',
  }),
  oidcIssuer: setting('MIMAMORI_OIDC_ISSUER', issuer.optional(), {
    ja: '院内のログインサービス(OpenID Connect)の発行者を書いてください。例: https://login.example.jp',
    en: 'Write the issuer of the sign-in service (OpenID Connect), such as https://login.example.jp.',
  }),
  oidcClient: setting('MIMAMORI_OIDC_CLIENT_ID', z.string().min(1).max(200).optional(), {
    ja: 'ログインサービスに登録した「みまもり」のIDを書いてください。',
    en: 'Write the id under which the sign-in service knows Mimamori.',
  }),
  oidcSecretFile: setting('MIMAMORI_OIDC_SECRET_FILE', path.optional(), fileFix),
  oidcName: setting('MIMAMORI_OIDC_NAME', z.string().min(1).max(40).default('院内アカウント'), {
    ja: 'ログイン画面のボタンに出す名前を書いてください。例: 院内アカウント',
    en: 'Write what the button on the sign-in page calls it.',
  }),
  uploadMegabytes: setting('MIMAMORI_UPLOAD_MB', whole(1, 500, 30), {
    ja: '受け取るファイルの大きさの上限(MB)を、1 から 500 で書いてください。',
    en: 'Write the largest file taken, in MB, from 1 to 500.',
  }),
  drainSeconds: setting('MIMAMORI_DRAIN_SECONDS', whole(0, 300, 0), {
    ja: '終わる前に、新しい利用者をほかの処理に回してもらう秒数を、0 から 300 で書いてください(1つで動かすときは 0)。',
    en: 'Write the seconds for which a balancer is told to send people elsewhere before it stops, from 0 to 300 (0 when it runs alone).',
  }),
  metricsPort: setting('MIMAMORI_METRICS_PORT', port.optional(), {
    ja: '監視用の番号を 1 から 65535 で書くか、何も書かないでください。',
    en: 'Write a port from 1 to 65535 for metrics, or leave it out.',
  }),
  smtpUrl: setting(
    'MIMAMORI_SMTP_URL',
    smtpUrl.optional(),
    {
      ja: 'メールを送るサーバを smtps://利用者:合言葉@機械名:465 の形で書いてください。',
      en: 'Write the server that sends mail as smtps://user:password@host:465.',
    },
    true,
  ),
  mailFrom: setting('MIMAMORI_MAIL_FROM', mailFrom.optional(), {
    ja: '差出人のアドレスを書いてください。例: みまもり市立病院 <soumu@hospital.example.jp>',
    en: 'Write the address that mail comes from, such as Mimamori Hospital <office@hospital.example.jp>.',
  }),
  feeds: setting('MIMAMORI_FEEDS', feeds.default([]), {
    ja: `自動で取りに行く脆弱性情報を、コンマで区切って書いてください(${feedNames.join('、')})。取りに行かないときは off と書きます。例: kev,epss,nvd,jvn`,
    en: `Write the feeds to be fetched, separated by commas (${feedNames.join(', ')}), or off. Example: kev,epss,nvd,jvn`,
  }),
  feedUrls: setting(
    'MIMAMORI_FEED_URLS',
    feedUrls.default([]),
    {
      ja: '脆弱性情報を取りに行く宛先を、空白で区切って書いてください。院内の宛先も書けます。例: kev=https://feeds.example.jp/kev.json',
      en: 'Write where feeds are fetched from, separated by blanks; places inside the house may be named. Example: kev=https://feeds.example.jp/kev.json',
    },
    true,
  ),
  feedApis: setting('MIMAMORI_FEED_APIS', feedApis.default([]), {
    ja: '変わったところだけを発行元に尋ねる脆弱性情報を、コンマで区切って書いてください(nvd、jvn)。尋ねないときは off と書きます。例: nvd,jvn',
    en: 'Write the feeds whose publishers are asked for changes, separated by commas (nvd, jvn), or off. Example: nvd,jvn',
  }),
  nvdKey: setting(
    'MIMAMORI_NVD_API_KEY',
    z
      .string()
      .regex(/^[0-9A-Za-z-]{8,100}$/)
      .optional(),
    {
      ja: 'NVDに尋ねるためのキーを書いてください。なくても尋ねられますが、ゆっくりになります。',
      en: 'Write the key for asking NVD. Without one it is asked more slowly.',
    },
    true,
  ),
  proxy: setting(
    'MIMAMORI_PROXY',
    z.url({ protocol: /^https?$/ }).optional(),
    {
      ja: 'インターネットへの出口の中継サーバを書いてください。例: http://proxy.hospital.example.jp:8080',
      en: 'Write the proxy on the way to the internet, such as http://proxy.hospital.example.jp:8080.',
    },
    true,
  ),
  machineProxy: setting(
    'HTTPS_PROXY',
    anyProxy,
    { ja: 'MIMAMORI_PROXY がないときに使う中継サーバです。', en: 'The proxy used where MIMAMORI_PROXY is not set.' },
    true,
  ),
  withoutProxy: setting('NO_PROXY', listed.default([]), {
    ja: '中継サーバを通さずに取りに行く宛先を、コンマで区切って書いてください。例: .hospital.example.jp',
    en: 'Write the hosts that are reached without the proxy, separated by commas, such as .hospital.example.jp.',
  }),
  logLevel: setting('MIMAMORI_LOG_LEVEL', z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'), {
    ja: 'debug、info、warn、error、silent のどれかを書いてください。',
    en: 'Write debug, info, warn, error or silent.',
  }),
} as const

export type SettingName = keyof typeof settings
