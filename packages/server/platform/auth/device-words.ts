const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]
/** NOTE: the order matters: Edge calls itself Chrome as well, and Chrome Safari. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

/** Words by which a person knows a browser again in the list of sessions, such as `Windows / Edge`; never the whole line that it sends. */
export function deviceWords(agent: string | undefined): string | undefined {
  if (agent === undefined) return undefined
  const found = [systems, browsers].map((list) => list.find(([pattern]) => pattern.test(agent))?.[1])
  const words = found.filter((word) => word !== undefined)
  return words.length > 0 ? words.join(' / ') : undefined
}
