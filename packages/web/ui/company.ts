const form = '(?:株式会社|有限会社|合同会社|[㈱㈲]|[(（][株有同][)）])'
const before = new RegExp(`^${form}\\s*`)
const after = new RegExp(`\\s*${form}$`)

/** A company's name as it fits a narrow column: without its legal form. */
export function shortCompany(name: string): string {
  const short = name.replace(before, '').replace(after, '')
  return short === '' ? name : short
}
