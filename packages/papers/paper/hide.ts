/** Endings of file names, which look like host names and tell nothing. */
const fileEndings = /\.(pdf|xlsx?|csv|docx?|pptx?|txt|jpe?g|png|tiff?|zip|md)$/i
/** 2026.11.20 and R8.11.20 look like versions. */
const dates = /^(?:(?:19|20)\d\d|[RHSTM]\d{1,2})\.\d{1,2}\.\d{1,2}$/i

/** What tells an attacker where or what something is, as it turns up in texts that people type. */
const telling: readonly RegExp[] = [
  /https?:\/\/\S+/gi,
  /\\\\[\w.$-]+(?:\\[^\s、。]+)*/g,
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}/gi,
  /(?<![0-9a-z:])(?=[0-9a-f:]*:[0-9a-f:]*:)[0-9a-f:]{4,}(?![0-9a-z:])/gi,
  /CVE-\d{4}-\d{3,}/gi,
  /(?:S\/?N|serial(?:\s*(?:no|number))?|シリアル(?:番号|No)?|製造番号|資産番号)[\s.:#:№]*[A-Z0-9][A-Z0-9-]{2,}/gi,
  /(?:ver(?:sion)?\.?|firmware|rev\.?|バージョン|ファーム(?:ウェア)?)\s*:?\s*v?\d[\w.-]*/gi,
  /\bv\d[\w.]*/gi,
  /(?<!\d)0\d{1,4}[-()]\d{1,4}[-)]\d{3,4}(?!\d)/g,
  /(?<!\d)0\d{9,10}(?!\d)/g,
  /(?<![A-Z0-9])(?=[A-Z0-9-]*[A-Z][A-Z0-9-]*\d[A-Z0-9-]*\d[A-Z0-9-]*\d)[A-Z0-9-]{8,}(?![A-Z0-9])/g,
]
/** Numbers with points (addresses, versions) and names with points (hosts), told apart from dates and files. */
const dotted = /[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/\d{1,2})?/g

/** A text that a person typed, without addresses, host names, serial numbers, versions and telephone numbers. Full-width forms count too. */
export function hide(text: string, hidden: string): string {
  const plain = text.normalize('NFKC')
  const hiddenPlain = hideIn(plain, hidden)
  return hiddenPlain === plain ? text : hiddenPlain
}

function hideIn(text: string, hidden: string): string {
  const without = telling.reduce((rest, pattern) => rest.replace(pattern, hidden), text)
  return without.replace(dotted, (found) => (fileEndings.test(found) || dates.test(found) ? found : hidden))
}
