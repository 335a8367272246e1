import { decoded } from '../encoding.ts'
import { userError } from '../errors.ts'
import { scanEncoding } from './lines.ts'
import type { Scan } from './types.ts'

/**
 * The elements of the first list inside the outer object of a JSON file, parsed one at a time, so that a file of any size needs
 * the memory of its largest element. `key` is the name of the list.
 */
export async function* jsonItems(scan: Scan): AsyncIterable<{ readonly key: string; readonly value: unknown; readonly row: number }> {
  const cutter = newCutter()
  let row = 0
  for await (const piece of decoded(scan.source, await scanEncoding(scan))) {
    for (const { key, text } of cutter.feed(piece)) yield { key, value: parsed(text, scan, row), row: ++row }
    if (cutter.held() > scan.limits.maxItemCharacters) throw userError('scan/damaged', { file: scan.file }, { count: row })
  }
  if (!cutter.isDone()) throw userError('scan/truncated', { file: scan.file }, { count: row })
}

function parsed(text: string, scan: Scan, count: number): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw userError('scan/damaged', { file: scan.file }, { count }, { cause: error })
  }
}

interface Cutter {
  readonly feed: (piece: string) => readonly { readonly key: string; readonly text: string }[]
  readonly held: () => number
  readonly isDone: () => boolean
}

/** Counts brackets outside of strings; the elements of a list at depth 2 are objects at depth 3. */
function newCutter(): Cutter {
  const state = { depth: 0, listDepth: 0, inString: false, escaped: false, string: '', key: '', size: 0 }
  const element: string[] = []
  const open = (char: string) => {
    state.depth++
    if (char === '[' && state.listDepth === 0 && state.depth === 2) {
      state.listDepth = 2
      state.key = state.string
    }
  }
  const feed = (piece: string) => {
    const found: { key: string; text: string }[] = []
    let from = element.length > 0 ? 0 : -1
    for (let at = 0; at < piece.length; at++) {
      const char = piece[at] ?? ''
      if (state.inString) {
        readInString(state, char)
        continue
      }
      if (char === '"') {
        state.inString = true
        state.string = ''
      } else if (char === '{' || char === '[') {
        open(char)
        if (char === '{' && state.listDepth === 2 && state.depth === 3) from = at
      } else if (char === '}' || char === ']') {
        if (char === '}' && state.listDepth === 2 && state.depth === 3 && from >= 0) {
          found.push({ key: state.key, text: element.join('') + piece.slice(from, at + 1) })
          element.length = 0
          state.size = 0
          from = -1
        }
        state.depth--
        if (state.depth < state.listDepth) state.listDepth = 0
      }
    }
    if (from >= 0) {
      element.push(piece.slice(from))
      state.size += piece.length - from
    }
    return found
  }
  return { feed, held: () => state.size, isDone: () => state.depth === 0 && !state.inString }
}

/** Only the beginning of a string is kept: it may be the name of the list. */
function readInString(state: { inString: boolean; escaped: boolean; string: string }, char: string): void {
  if (state.escaped) state.escaped = false
  else if (char === '\\') state.escaped = true
  else if (char === '"') state.inString = false
  else if (state.string.length < 40) state.string += char
}
