/** A piece of SVG that is safe to put into another; texts become one by `text` alone. */
export type Markup = string & { readonly isMarkup: true }

export type Attributes = Readonly<Record<string, string | number | undefined>>

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function markup(text: string): Markup {
  return text as Markup // the one place where a string is declared to be escaped
}

/** Text of people, without what XML forbids. */
export function escaped(text: string): Markup {
  const allowed = text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '').toWellFormed()
  return markup(allowed.replace(/[&<>"']/g, (one) => escapes[one] ?? ''))
}

/** NOTE: a bare line end in an attribute would be read as a blank. */
function attribute(value: string): string {
  return escaped(value).replace(/[\t\n\r]/g, (one) => `&#${one.codePointAt(0)};`)
}

/** An element with its attributes and what is in it. */
export function el(name: string, attributes: Attributes = {}, ...children: readonly Markup[]): Markup {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${typeof value === 'number' ? round(value) : attribute(value)}"`))
    .join('')
  return markup(children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`)
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

export function together(parts: readonly Markup[]): Markup {
  return markup(parts.join(''))
}
