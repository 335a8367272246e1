import { type CpeAttribute, type CpeName, type CpeValue, cpeAttributes } from './name.ts'
import { charsOf } from './values.ts'

/** The name as a 2.3 formatted string (NISTIR 7695, section 6.2.2). */
export function bindFormatted(name: CpeName): string {
  return `cpe:2.3:${cpeAttributes.map((attribute) => formatted(name[attribute])).join(':')}`
}

function formatted(value: CpeValue): string {
  if (value.kind === 'any') return '*'
  return value.kind === 'na' ? '-' : value.value.replace(/\\([.-])/g, '$1')
}

/** The name as a 2.2 URI (NISTIR 7695, section 6.1.2): attributes that the URI has no place for are packed into the edition. */
export function bindUri(name: CpeName): string {
  const parts = (['part', 'vendor', 'product', 'version', 'update'] satisfies CpeAttribute[]).map((attribute) => inUri(name[attribute]))
  const more = [name.swEdition, name.targetSw, name.targetHw, name.other].map(inUri)
  const edition = inUri(name.edition)
  const all = [...parts, more.every((one) => one === '') ? edition : `~${[edition, ...more].join('~')}`, inUri(name.language)]
  return `cpe:/${all.join(':').replace(/:+$/, '')}`
}

function inUri(value: CpeValue): string {
  if (value.kind === 'any') return ''
  if (value.kind === 'na') return '-'
  return charsOf(value.value)
    .map(({ char, special }) => (special ? (char === '?' ? '%01' : '%02') : coded(char)))
    .join('')
}

function coded(char: string): string {
  return /[a-z0-9_.-]/.test(char) ? char : `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`
}
