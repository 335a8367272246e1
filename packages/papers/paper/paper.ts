import type { CalendarDate, Lang } from '@mimamori/domain'

export type PaperKind =
  | 'checklist'
  | 'vendor-request'
  | 'vendor-notice'
  | 'update-request'
  | 'monthly-report'
  | 'approval'
  | 'asking-lists'
  | 'pack'
  | 'inspection'
  | 'visit-record'
  | 'improvement-report'
  | 'board'
  | 'contact-chart'
  | 'work-card'
  | 'ten-questions'
  | 'open-questions'
  | 'handover'
  | 'security-policy'
  | 'protections'
  | 'asset-list'
  | 'asset-labels'
  | 'network-map'
  | 'matrix'
  | 'risk-letter'
  | 'risk-agreement'
  | 'plan-board'
  | 'plan-annex'
  | 'budget-request'
  | 'budget-attachment'
  | 'committee'

/** `on-site` is looked at inside the facility, `hand-over` leaves the house and holds no address, version or weakness. */
export type Copy = 'on-site' | 'hand-over'

/** A piece of a line. `pageOf` prints the page on which the heading or row with that anchor stands. */
export type Inline =
  | string
  | { readonly bold: string }
  | { readonly code: string }
  /** Stays on one line where it fits on one. */
  | { readonly keep: string }
  | { readonly pageOf: string }
  /** Number of pages from one anchor to another, both counted; `all` for the whole paper. */
  | { readonly pageCount: 'all' | readonly [from: string, to: string] }
  /** Said one way where there are page numbers, and another where there are links. */
  | { readonly printed: readonly Inline[]; readonly onScreen: readonly Inline[] }
  /** Name of a part of this paper; a screen leads there. */
  | { readonly goTo: string; readonly words: string }

/** Where something stands in a paper, and how that part is called. */
export interface Part {
  readonly anchor: string
  readonly name: string
}

/** Text of a block: plain characters only, never mark-up of any kind. */
export type Rich = string | readonly Inline[]

export type Align = 'left' | 'center' | 'right'

export interface Column {
  readonly title: Rich
  /** Millimetres; `rest` shares what is left. */
  readonly width: number | 'rest'
  readonly align?: Align
  /** What may be written here, offered by the worksheet. */
  readonly choices?: readonly string[]
  /** The column that names the row. */
  readonly names?: true
}

export interface Cell {
  readonly text: Rich
  readonly anchor?: string
  readonly align?: Align
  /** Drawn with a second frame: it needs a hand. */
  readonly framed?: true
  /** Columns that the cell covers. */
  readonly span?: number
}

export type Row = { readonly kind: 'row'; readonly cells: readonly (Rich | Cell)[] } | { readonly kind: 'group'; readonly text: Rich }

export interface Table {
  readonly kind: 'table'
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
  /** Not split over pages; only for tables that are sure to fit on one. */
  readonly whole?: true
  /** In the size of the text around it. */
  readonly size?: 'body'
  /** Height of a row of one line; forms that are filled in by hand are roomy. */
  readonly rowMm?: number
  /** What the table is, for the worksheet and for readers who do not see it. */
  readonly caption: string
}

export interface Fact {
  readonly label: Rich
  readonly value: Rich
  readonly span?: 3
}

export interface NumberCard {
  readonly label: Rich
  readonly value: string
  readonly notes: readonly Rich[]
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: Rich; readonly anchor?: string; readonly beside?: Rich }
  /** Name of the paper. `center` as on a cover, `left` as over a page of work; `beside` stands right of the line above. */
  | {
      readonly kind: 'title'
      readonly text: Rich
      readonly above?: Rich
      readonly below?: Rich
      readonly beside?: Rich
      readonly side?: 'left'
    }
  /** `withNext`: never alone at the foot of a page. */
  | { readonly kind: 'paragraph'; readonly text: Rich; readonly size?: 'small' | 'lead'; readonly align?: Align; readonly withNext?: true }
  | { readonly kind: 'list'; readonly style: 'dots' | 'numbers' | 'boxes'; readonly items: readonly Rich[] }
  /** Labels with values; in two columns pairs stand side by side, and `span` lets a value reach over the rest of its line. */
  | { readonly kind: 'facts'; readonly rows: readonly Fact[]; readonly labelMm?: number; readonly inset?: true; readonly columns?: 2 }
  | Table
  | { readonly kind: 'frame'; readonly title?: Rich; readonly blocks: readonly Block[] }
  | { readonly kind: 'numbers'; readonly cards: readonly NumberCard[] }
  | { readonly kind: 'beside'; readonly left: readonly Block[]; readonly right: readonly Block[]; readonly rightMm: number }
  | { readonly kind: 'stamp'; readonly text: Rich; readonly beside: Rich }
  /** An empty frame to write in. */
  | { readonly kind: 'writing'; readonly label: Rich; readonly heightMm: number }
  /** 決裁欄: lines on the left, named boxes for seals on the right. */
  | { readonly kind: 'seals'; readonly lines: readonly Rich[]; readonly boxes: readonly string[] }
  /** A field to write in per label, one below the other or two side by side. */
  | { readonly kind: 'signatures'; readonly labels: readonly Rich[]; readonly columns?: 2 }
  /** Who a letter is from, at the right, with a square of 20 mm for a seal. */
  | { readonly kind: 'sender'; readonly lines: readonly Rich[]; readonly seal: Rich }
  | { readonly kind: 'gap'; readonly mm: number }
  /** Pushes what follows to the foot of the page. */
  | { readonly kind: 'fill' }
  /** A new page; `tab` starts a part whose number stands at the edge of its pages. */
  | { readonly kind: 'page'; readonly tab?: string }
  | { readonly kind: 'anchor'; readonly anchor: string }
  /** Printed at head and foot of this page and the following ones: the number of a sheet that is sent by FAX. */
  | { readonly kind: 'running'; readonly text: Rich }
  /** Labels from left to right; an empty place is one that was used before. Only on a paper that names its stock. */
  | { readonly kind: 'labels'; readonly labels: readonly (Label | 'used')[] }
  | Drawing

/** A picture drawn by us, never by a person; width and height are those of the whole. */
export interface Drawing {
  readonly kind: 'drawing'
  readonly svg: string
  /** What is to be seen, for readers who do not see it. */
  readonly alt: string
  readonly widthMm: number
  readonly heightMm: number
  /** The part of the whole that this page shows; where others join it, a sentence says which. */
  readonly tile?: Tile
}

export interface Tile {
  readonly leftMm: number
  readonly topMm: number
  readonly widthMm: number
  readonly heightMm: number
  /** Width of the strip that two neighbours share. */
  readonly sharedMm: number
  readonly joins: Readonly<Partial<Record<'left' | 'right' | 'top' | 'bottom', string>>>
}

/** A sheet of labels to stick on, as it is sold; the whole paper is printed on it, without head, foot and punch marks. */
export interface LabelStock {
  readonly columns: number
  readonly rows: number
  readonly widthMm: number
  readonly heightMm: number
  readonly topMm: number
  readonly leftMm: number
}

/** One label: a name, lines below it, a number at its foot, and a QR code that leads to the page of the thing. */
export interface Label {
  readonly title: string
  readonly lines: readonly string[]
  readonly foot: string
  /** The address that the code holds. */
  readonly link?: string
}

/** What the paper was made from; a signed or sent paper is frozen by it and re-read, never recomputed. */
export interface Frozen {
  /** UTC instant. */
  readonly madeAt: string
  readonly asOf: CalendarDate
  readonly facility: string
  readonly revision: number
  readonly catalogue: string
  readonly ruleSet: string
  readonly auditHead?: string
  readonly findingsSha256: string
}

/** One worksheet in print order; the same facts as the table it stands for. */
export interface Worksheet {
  /** File name without its ending, in ASCII, where the sheet is a file of its own. */
  readonly file: string
  readonly name: string
  readonly heading: string
  /** Facts above the table: a label, and a value that may be left to fill in. */
  readonly lines: readonly (readonly [label: string, value: string])[]
  readonly table: Table
  readonly notes: readonly string[]
}

/** A paper as a plain value: PDF, HTML, Excel and ZIP are all made from it, so that they cannot disagree. */
export interface Paper {
  readonly kind: PaperKind
  readonly lang: Lang
  readonly copy?: Copy
  readonly title: string
  /** Name of the facility as in the footer. */
  readonly facility: string
  /** `fax`: 12 pt and more throughout; `large`: 16 pt for the night desk. */
  readonly type: 'usual' | 'fax' | 'large'
  readonly frozen: Frozen
  readonly blocks: readonly Block[]
  readonly worksheets?: readonly Worksheet[]
  readonly stock?: LabelStock
  /** Lies on its side, on this paper, without punch marks; upright A4 where absent. */
  readonly sheet?: 'a3' | 'a4'
}
