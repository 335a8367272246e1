import type { ControlState } from '@mimamori/domain'

/** The picture of the six places, in lines alone: the screen and the paper draw it from here. Units are those of `buildingSize`. */
export interface BuildingShape {
  readonly id: string
  readonly path: string
}

export const buildingSize = { width: 720, height: 330 } as const

function ring(x: number, y: number, r: number): string {
  return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`
}

export const buildingShapes: readonly BuildingShape[] = [
  { id: 'ground', path: 'M8 300H712' },
  {
    id: 'gate',
    path: 'M24 300V190M108 300V190M24 206H58M74 206H108M24 270H58M74 270H108M41 206V270M91 206V270M58 196V284M74 196V284',
  },
  { id: 'letter-box', path: 'M150 300V236M190 300V236M144 186H196V236H144ZM154 204H186M160 220H180' },
  { id: 'house', path: 'M214 300V76L462 30L704 76V300M214 76H704M336 76V300M570 76V300' },
  { id: 'guard', path: `${ring(272, 186, 15)}M258 178H286M272 201V258M272 216L250 240M272 216L294 240M272 258L256 300M272 258L288 300` },
  { id: 'office-door', path: 'M352 300V160H404V300M362 226H394V252H362ZM368 226V216A10 10 0 0 1 388 216V226M378 236V243' },
  { id: 'desk', path: 'M430 300V262H548V300M462 262V222H522V262M484 262H500' },
  { id: 'camera', path: 'M548 76V154M548 154H524M524 142L490 152L494 170L528 160ZM490 154L480 164' },
  { id: 'safe', path: `M592 300V190H688V300ZM604 202H676V288H604Z${ring(640, 245, 18)}M640 227V263M622 245H658` },
]

/** Where the number of each place stands, in the order of the table: gate, letter box, corridor, office door, camera, safe. */
export const buildingSpots: readonly { readonly x: number; readonly y: number }[] = [
  { x: 66, y: 132 },
  { x: 170, y: 132 },
  { x: 272, y: 112 },
  { x: 370, y: 112 },
  { x: 500, y: 112 },
  { x: 640, y: 112 },
]

/** The mark of a state in a box of 16 by 16: circle, triangle, cross, stroke, question mark. No colour tells them apart. */
export const stateMarks: Readonly<Record<ControlState, string>> = {
  'in-place': ring(8, 8, 5.6),
  partly: 'M8 3L13.6 13H2.4Z',
  no: 'M3.5 3.5l9 9m0-9l-9 9',
  'not-applicable': 'M4 13L12 3',
  unknown: 'M5 5.8a3 3 0 1 1 4.3 2.7C8.4 9 8 9.4 8 10.4M8 13v.2',
}
