import type { Age } from '../model/types.ts'

/** `screen`: for a file or a picture; `page`: within a page of ours, whose colours it takes; `print`: black on white, ages by hatching. */
export type MapTheme = 'screen' | 'page' | 'print'

export interface Colours {
  readonly surface: string
  readonly zone: string
  readonly outside: string
  readonly ink: string
  readonly ink2: string
  readonly line: string
  readonly edge: string
  readonly entrance: string
  readonly path: string
  readonly pathText: string
  readonly pathTint: string
  readonly old: string
  readonly hatch: string
}

const screen: Colours = {
  surface: '#ffffff',
  zone: '#fbfaf6',
  outside: '#f0f1f6',
  ink: '#1e2429',
  ink2: '#4a525a',
  line: '#aaa79c',
  edge: '#7f7d74',
  entrance: '#17527c',
  path: '#b23c0c',
  pathText: '#9a3208',
  pathTint: '#fbe7de',
  old: '#f3ecdc',
  hatch: '#b3a479',
}

/** The variables of the screens, with the light colours where a page has none. */
const page: Colours = {
  ...screen,
  surface: 'var(--surface, #ffffff)',
  zone: 'var(--side, #fbfaf6)',
  outside: 'var(--sunken, #efede6)',
  ink: 'var(--ink, #1e2429)',
  ink2: 'var(--ink2, #4a525a)',
  line: 'var(--line2, #7f7d74)',
  edge: 'var(--line2, #7f7d74)',
  entrance: 'var(--ai, #17527c)',
  path: 'var(--path, #b23c0c)',
  pathText: 'var(--path-text, #9a3208)',
  pathTint: 'var(--path-tint, #fbe7de)',
  old: 'var(--old, #f3ecdc)',
  hatch: 'var(--differs-edge, #b3a479)',
}

const print: Colours = {
  surface: '#ffffff',
  zone: '#ffffff',
  outside: '#ffffff',
  ink: '#000000',
  ink2: '#000000',
  line: '#000000',
  edge: '#000000',
  entrance: '#000000',
  path: '#000000',
  pathText: '#000000',
  pathTint: '#ffffff',
  old: '#ffffff',
  hatch: '#000000',
}

export const themes: Readonly<Record<MapTheme, Colours>> = { screen, page, print }

export const fontStack = "'BIZ UDPGothic', 'BIZ UDPGothic Web', 'Noto Sans JP', sans-serif"

/** Fill of a box by its age; the dots and lines tell it where there is no colour. */
export function fillOf(age: Age, colours: Colours): string {
  if (age === 'older') return 'url(#map-hatch)'
  if (age === 'year') return 'url(#map-dots)'
  return colours.surface
}
