/** What stands in place of a secret that was dropped. */
export const dropped = '***'

/** Words after which a secret follows; everything behind one is dropped, since nobody knows where the secret ends. */
const introductions: readonly RegExp[] = [
  /-----BEGIN/,
  /(?<![\w-])(?:pass(?:word|wd|phrase)|pwd|psksecret|(?:client|shared|radius|enable)[-_ ]?secret|secret|pre-?shared-?key|psk|key-string|(?:private|auth|encryption|encrypt|secret|access|api|wpa|wep)[-_ ]?key|(?:auth|access|bearer|api)[-_ ]?token|enc)(?:\s*["']?\s*[:=：＝は]\s*|["']?\s+)(?=\S)/i,
  /(?<![\w-])(?:pass|pw|token|key|community(?:[-_ ]?(?:name|string))?)\s*["']?\s*[:=：＝]\s*(?=\S)/i,
  /(?:パスワード|ﾊﾟｽﾜｰﾄﾞ|パスフレーズ|暗証番号|共有(?:鍵|キー)|事前共有(?:鍵|キー)|秘密鍵|暗号化?キー|コミュニティ(?:名|ストリング)?)(?:\s*[:=：＝はが]\s*|\s+)(?=\S)/,
  /\bsnmp(?:-server)?\b.*?\bcommunity\s+(?=\S)/i,
  /\bsnmp(?:bulk)?(?:walk|get|getnext|next|table)\s+(?=-)/i,
  /\b(?:isakmp|ike|radius-server|radius|tacacs-server|tacacs|ntp|wlan|wep|wpa|shared)\b.*?\bkey\s+(?=\S)/i,
  /\bkey\s+\d\s+(?=\S)/i,
  /\bw(?:pa|ep)-?(?:psk|key)?\s+(?:ascii|hex)\b\s*(?=\S)/i,
  /\bauth\s+(?:myname|username|send|accept)\s+(?=\S)/i,
  /\blogin\s+user\s+\S+\s+(?=\S)/i,
]

/** Secrets that can be told by their own form: hashes of configurations, names and passwords of an address. */
const forms: readonly RegExp[] = [
  /\$(?:\d{1,2}|2[aby]|y)\$\S+/g,
  /\bENC\s+\S+/g,
  /(?<=\/\/)[^/\s@]+(?=@)/g,
  /(?<=[?&][\w-]*(?:token|key|pass\w*|secret)=)[^&\s]+/gi,
]

/** A text without the secrets in it; the same text when there are none. */
export function withoutSecrets(text: string): string {
  const formless = forms.reduce((rest, form) => rest.replace(form, dropped), text)
  const ends = introductions.flatMap((one) => {
    const found = one.exec(formless)
    return found ? [found.index + found[0].length] : []
  })
  if (ends.length === 0) return formless
  const end = Math.min(...ends)
  return formless.slice(end) === dropped ? formless : `${formless.slice(0, end).trimEnd()} ${dropped}`
}

export function holdsSecret(text: string): boolean {
  return withoutSecrets(text) !== text
}

/** True for a heading whose column holds secrets, such as パスワード or PSK; such a column is never read. */
export function isSecretHeading(heading: string): boolean {
  return /pass|pwd|\bpw\b|psk|secret|token|community|private.?key|api.?key|ssid.?key|パスワード|ﾊﾟｽﾜｰﾄﾞ|パスフレーズ|暗証|鍵|暗号.*キー|コミュニティ|回復キー|PINコード/i.test(
    heading.normalize('NFKC'),
  )
}
