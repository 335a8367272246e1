import { UserError } from '../errors/user-error.ts'

const wait = {
  ja: '前に取り込んだ情報をそのまま使います。次の回にもう一度取りに行きます。続くときは、ファイルで取り込んでください。',
  en: 'What was taken in before stays in use, and the next round tries again. If it goes on, carry the file in.',
}
const settings = {
  ja: '前に取り込んだ情報をそのまま使います。MIMAMORI_FEED_URLS に書いた宛先を確かめてください。',
  en: 'What was taken in before stays in use. Look at the addresses in MIMAMORI_FEED_URLS.',
}

export function privateAddress(host: string): UserError {
  return new UserError({
    code: 'fetching/private-address',
    message: {
      ja: `${host} は院内かこの機械の番地を指しているため、取りに行きませんでした。`,
      en: `${host} leads to an address inside the house or of this machine, so nothing was fetched.`,
    },
    action: settings,
  })
}

export function notHttps(host: string): UserError {
  return new UserError({
    code: 'fetching/not-https',
    message: {
      ja: `${host} は https:// で始まる宛先ではないため、取りに行きませんでした。`,
      en: `The address at ${host} does not begin with https://, so nothing was fetched.`,
    },
    action: settings,
  })
}

export function tooManyRedirects(host: string): UserError {
  return new UserError({
    code: 'fetching/too-many-redirects',
    message: { ja: `${host} は、ほかの宛先へ何度も回されました。`, en: `${host} sent us from one address to the next, too many times.` },
    action: settings,
  })
}

export function badAnswer(host: string, status: number): UserError {
  return new UserError({
    code: 'fetching/bad-answer',
    message: { ja: `${host} から情報を取れませんでした(応答 ${status})。`, en: `${host} did not give the file (answer ${status}).` },
    action: wait,
  })
}

export function unreachable(host: string, cause: unknown): UserError {
  return new UserError(
    {
      code: 'fetching/unreachable',
      message: { ja: `${host} につながりませんでした。`, en: `${host} could not be reached.` },
      action: {
        ja: '前に取り込んだ情報をそのまま使います。インターネットへの出口(MIMAMORI_PROXY)を確かめるか、ファイルで取り込んでください。',
        en: 'What was taken in before stays in use. Look at the way out to the internet (MIMAMORI_PROXY), or carry the file in.',
      },
    },
    { cause },
  )
}

export function cutOff(host: string, cause?: unknown): UserError {
  return new UserError(
    {
      code: 'fetching/cut-off',
      message: { ja: `${host} からの受け取りが、途中で切れました。`, en: `What ${host} sent broke off before its end.` },
      action: wait,
    },
    { cause },
  )
}

export function tooLarge(host: string, megabytes: number): UserError {
  return new UserError({
    code: 'fetching/too-large',
    message: { ja: `${host} のファイルが大きすぎます(上限${megabytes}MB)。`, en: `The file at ${host} is larger than ${megabytes} MB.` },
    action: settings,
  })
}
