import { Stop } from './stop.ts'
import { attribute, readXml, unescapeXlsx } from './xml.ts'
import type { Package } from './zip.ts'

/** A sheet of the workbook with the part that holds its cells. */
export interface SheetPart {
  readonly name: string
  readonly isHidden: boolean
  readonly part: string
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  readonly date1904: boolean
  readonly hasMacros: boolean
  readonly sharedStrings?: string
  readonly styles?: string
}

/** Finds the parts of a workbook by its relations, as their names are not fixed. */
export async function readWorkbook(file: Package): Promise<WorkbookParts> {
  const main = await mainPart(file)
  if (/\.bin$/i.test(main)) throw new Stop({ code: 'excel/binary-format', values: {} })
  const relations = await readRelations(file, main)
  const sheets: SheetPart[] = []
  let date1904 = false
  await readXml(file, main, {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = /^(1|true)$/.test(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const relation = relations.get(attribute(attributes, 'id') ?? '')
      if (!relation || !/worksheet$/.test(relation.type)) return
      sheets.push({
        name: unescapeXlsx(attributes.name ?? ''),
        isHidden: attributes.state === 'hidden' || attributes.state === 'veryHidden',
        part: relation.target,
      })
    },
  })
  const byType = (type: string) => [...relations.values()].find((relation) => relation.type.endsWith(`/${type}`))?.target
  const [sharedStrings, styles] = [byType('sharedStrings'), byType('styles')]
  return {
    sheets,
    date1904,
    hasMacros: file.names.some((name) => /vbaProject\.bin$/i.test(name)),
    ...(sharedStrings !== undefined && { sharedStrings }),
    ...(styles !== undefined && { styles }),
  }
}

async function mainPart(file: Package): Promise<string> {
  if (!file.names.includes('_rels/.rels')) throw new Stop({ code: 'excel/not-excel', values: {} })
  const relations = await readRelations(file, '')
  const main = [...relations.values()].find((relation) => relation.type.endsWith('/officeDocument'))?.target
  if (main === undefined || !/(^|\/)workbook[^/]*$|xl\//i.test(main) || !file.names.includes(main))
    throw new Stop({ code: 'excel/not-excel', values: {} })
  return main
}

export interface Relation {
  readonly type: string
  readonly target: string
}

/** The relations of a part: where the parts that it names lie. Outside links are left out. */
export async function readRelations(file: Package, part: string): Promise<ReadonlyMap<string, Relation>> {
  const slash = part.lastIndexOf('/')
  const folder = part.slice(0, slash + 1)
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`
  const found = new Map<string, Relation>()
  if (!file.names.includes(name)) return found
  await readXml(file, name, {
    open: (tag, attributes) => {
      if (tag !== 'Relationship' || attributes.TargetMode === 'External') return
      found.set(attributes.Id ?? '', { type: attributes.Type ?? '', target: joined(folder, attributes.Target ?? '') })
    },
  })
  return found
}

function joined(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = folder.split('/').filter((part) => part !== '')
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}
