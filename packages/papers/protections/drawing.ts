import type { ControlState } from '@mimamori/domain'
import { buildingShapes, buildingSize, buildingSpots, stateMarks } from '@mimamori/money'
import type { Drawing } from '../paper/index.ts'

/** The house with the six places, black on white; `states` in the order of the places. */
export function buildingDrawing(
  states: readonly ControlState[],
  { alt, widthMm }: { readonly alt: string; readonly widthMm: number },
): Drawing {
  const { width, height } = buildingSize
  const lines = buildingShapes.map(({ path }) => `<path d="${path}"/>`).join('')
  const badges = states.map((state, at) => badge(state, at)).join('')
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<rect width="${width}" height="${height}" fill="#fff"/>` +
    `<g fill="none" stroke="#333" stroke-width="2.2" stroke-linejoin="round">${lines}</g>${badges}</svg>`
  return { kind: 'drawing', svg, alt, widthMm, heightMm: (widthMm * height) / width }
}

/** The number of a place and the mark of its state, in the face of the papers. */
function badge(state: ControlState, at: number): string {
  const spot = buildingSpots[at]
  if (!spot) return ''
  return (
    `<g transform="translate(${spot.x} ${spot.y})"><rect x="-38" y="-22" width="76" height="44" rx="22" fill="#fff" stroke="#000" stroke-width="2"/>` +
    `<text x="-14" y="9" text-anchor="middle" font-family="'BIZ UDPGothic', 'Noto Sans JP', sans-serif" font-size="26" font-weight="700" fill="#000">${at + 1}</text>` +
    `<path transform="translate(2 -14) scale(1.75)" fill="none" stroke="#000" stroke-width="1.8" stroke-linecap="round" d="${stateMarks[state]}"/></g>`
  )
}
