/** The attributes of a CPE name that tell a product and its kind. */
export interface CpeParts {
  readonly part: string
  readonly vendor: string
  readonly product: string
  readonly version: string
  readonly update: string
  /** Edition, language, sw_edition, target_sw, target_hw, other. */
  readonly others: readonly string[]
}

/** Reads a CPE 2.3 formatted string as it stands in references, lower case; `undefined` when it is none. */
export function cpeParts(cpe: string): CpeParts | undefined {
  if (cpe.length > 1000) return undefined
  const [scheme, edition, part = '', vendor = '', product = '', version = '*', update = '*', ...others] = cpe
    .toLowerCase()
    .split(/(?<!(?<!\\)(?:\\\\)*\\):/)
  if (scheme !== 'cpe' || edition !== '2.3' || others.length !== 6 || !/^[aoh]$/.test(part)) return undefined
  return { part, vendor, product, version, update, others }
}
